import { expect, test } from 'vitest';
import type { Inline, NumberedBlock, RedHead, Signature, Table } from '../src/document/block.ts';
import { firstPage, unchangedFirstPage } from '../src/page/first-page.ts';
import { isBetterAcross } from '../src/page/height.ts';
import { imprint } from '../src/page/imprint.ts';
import { markOf } from '../src/page/mark.ts';
import { laidOut } from '../src/page/measured.ts';
import { sizedPicture } from '../src/page/picture.ts';
import { lineHeight, typeArea } from '../src/page/profile.ts';
import { profile } from '../src/page/profiles.ts';
import { sealedLines } from '../src/page/seal.ts';
import { inSeveralLines } from '../src/page/title.ts';
import { head, words } from './page-blocks.ts';

const look = profile();
const plainly = (text: readonly Inline[]) => text.map((each) => each.text).join('');
const paragraph = (role: string, text: string) =>
  ({ kind: 'paragraph', role, text: words(text) }) as unknown as NumberedBlock;
const title: NumberedBlock = { kind: 'title', text: words('要点') };
const signature: Signature = {
  kind: 'signature',
  seal: 'none',
  signers: [words('平安镇人民政府')],
  date: words('2026年3月5日'),
};

test('each set of faces is one that Windows, WPS or 方正 has', () => {
  const faces = (layout: Parameters<typeof profile>[0]) => {
    const { title, headings, body, pageNumber, latin } = profile(layout).fonts;
    return [title, headings.join(' '), body, pageNumber, latin].join(' | ');
  };
  expect(faces({})).toBe('方正小标宋简体 | 黑体 楷体 仿宋 | 仿宋 | 宋体 | Times New Roman');
  expect(faces({ fonts: 'gb2312' })).toBe(
    '方正小标宋简体 | 黑体 楷体_GB2312 仿宋_GB2312 | 仿宋_GB2312 | 宋体 | Times New Roman',
  );
  expect(faces({ fonts: 'gbk' })).toBe(
    '方正小标宋_GBK | 方正黑体_GBK 方正楷体_GBK 方正仿宋_GBK | 方正仿宋_GBK | 宋体 | Times New Roman',
  );
  expect(faces({ profile: 'plain' })).toBe('宋体 | 宋体 | 宋体 | 宋体 | Times New Roman');
  expect(faces({ profile: 'plain', fonts: 'win' })).toBe(faces({}));
});

test('a profile is what the layout asks for', () => {
  const asked = (layout: Parameters<typeof profile>[0]) => {
    const { bold, numbered, pageNumber, firstPage: first, letter, redHead } = profile(layout);
    return { bold: [...bold], numbered, pageNumber, first, letter, size: redHead.size };
  };
  const usual = { bold: [], numbered: true, pageNumber: 'outer', first: undefined, letter: false, size: 84 };
  expect(asked({})).toEqual(usual);
  expect(asked({ profile: 'plain' })).toEqual({ ...usual, bold: [1, 2], pageNumber: 'centre' });
  expect(asked({ profile: 'plain', bold: [] }).bold).toEqual([]);
  expect(asked({ bold: [3] }).bold).toEqual([3]);
  expect(asked({ pageNumber: { none: true } })).toEqual({ ...usual, numbered: false });
  expect(asked({ pageNumber: { style: 'centre', start: 5 } })).toEqual({
    ...usual,
    pageNumber: 'centre',
    first: 5,
  });
  expect(asked({ pageNumber: { start: 1 } })).toEqual(usual);
  expect(asked({ redHead: { style: 'letter' } }).letter).toBe(true);
  expect(asked({ redHead: { style: 'order' } }).letter).toBe(false);
  const national = profile({ profile: 'gb33476' });
  expect([national.margins.top, national.line, national.redHead.top]).toEqual([
    1960,
    { pitch: 589, rule: 'exact' },
    2121,
  ]);
  const draft = profile({ profile: 'plain' });
  expect([draft.line, lineHeight(draft)]).toEqual([{ pitch: 360, rule: 'auto' }, 468]);
  expect(profile({ bold: [2, 1] })).toBe(profile({ bold: [1, 2] }));
});

test('what a sample of an office looks like takes the place of the standard', () => {
  const sample = {
    margins: { top: 2000, left: 1500 },
    line: { pitch: 560, rule: 'exact' as const },
    size: 30,
    spacing: 0,
    fonts: { body: '宋体', headings: [undefined, '隶书', undefined, undefined] },
    bold: [2],
  };
  const { margins, line, character, charactersPerLine, title, fonts, bold } = profile({}, sample);
  expect(margins).toEqual({ ...look.margins, top: 2000, left: 1500 });
  expect([line.pitch, character, charactersPerLine, title]).toEqual([560, 300, 29, look.title]);
  expect(fonts).toEqual({ ...look.fonts, body: '宋体', headings: ['黑体', '隶书', '宋体', '宋体'] });
  expect([...bold]).toEqual([2]);
  expect(profile({}, { ...sample, title: { size: 44 } }).title).toEqual({ size: 44, line: 720 });
  expect(profile({}, { ...sample, title: { size: 36, line: 600 } }).title).toEqual({ size: 36, line: 600 });
});

/** A picture of a file, as wide and high as it is. */
const drawn = (width: number, height: number) => ({ width, height }) as never;

test('7.3.5.1, 7.3.5.3: seals stand over those who sign, stamps beside them', () => {
  const seal = { file: '章.png', picture: drawn(1000, 1000) };
  const signature = (more: Partial<Signature>): Signature => ({
    kind: 'signature',
    seal: 'seal',
    signers: [words('平安镇人民政府')],
    date: words('2026年3月5日'),
    pictures: [seal],
    ...more,
  });
  /** What is printed in a line, and for each seal its width, its middle from the right edge in characters, its upper edge in lines. */
  const lines = (more: Partial<Signature>) =>
    sealedLines(signature(more), look).map(({ text, seals = [] }) => [
      plainly(text).trim(),
      ...seals.map(({ width, height, left, top }) => {
        const middle = (typeArea(look) - left - width / 2) / look.character;
        return [width, height, Number(middle.toFixed(1)), Number((top / look.line.pitch).toFixed(2))];
      }),
    ]);
  const date = ['2026年3月5日'];
  expect(lines({})).toEqual([['平安镇人民政府', [2381, 2381, 7, -1.5]], date]);
  expect(lines({ seal: 'none' })).toEqual([['平安镇人民政府'], date]);
  expect(lines({ pictures: [] })).toEqual([['平安镇人民政府'], date]);
  expect(lines({ pictures: [{ file: '没有.png' }] })).toEqual([['平安镇人民政府'], date]);
  const wide = (twips: number) => ({ ...seal, width: { twips } });
  expect(lines({ pictures: [wide(2000)] })).toEqual([['平安镇人民政府', [2000, 2000, 7, -1.17]], date]);
  // Its upper edge lies within two lines above the first line and one.
  expect(lines({ pictures: [wide(9000)] })[0]?.[1]).toEqual([9000, 9000, 7, -2]);
  expect(lines({ pictures: [wide(100)] })[0]?.[1]).toEqual([100, 100, 7, -1.1]);
  expect(lines({ pictures: [{ ...seal, width: { share: 50 } }] })).toEqual(lines({}));
  expect(lines({ signers: [] })).toEqual([[...date, [2381, 2381, 7, -2]]]);
  const long = '平安县柳溪镇人民政府社会治安综合治理工作领导小组办公室';
  expect(lines({ signers: [words(long)] })).toHaveLength(3);
  expect(lines({ signers: [words(long)] })[0]?.[1]).toEqual([2381, 2381, 7, -1.1]);
  expect(lines({ date: undefined } as never)).toEqual([['平安镇人民政府', [2381, 2381, 4, -2]]]);
  const four = ['县公安局', '县司法局', '县应急管理局', '县林业局'];
  const rows = lines({ signers: four.map(words), pictures: [seal, seal, seal, wide(1000)] });
  expect(rows.map((row) => row.slice(1))).toEqual([
    [
      [2381, 2381, 24, -2],
      [2381, 2381, 15.5, -2],
      [2381, 2381, 7, -2],
    ],
    [],
    [],
    [],
    [],
    [[1000, 1000, 7, -0.8]],
    [],
  ]);
  const stamp = { file: '签.png', picture: drawn(1200, 600) };
  expect(lines({ seal: 'stamp', signers: [words('市长')], pictures: [stamp] })).toEqual([
    ['市长', [1890, 945, 7, -0.32]],
    [''],
    date,
  ]);
  expect(
    lines({ seal: 'stamp', signers: [words('市长'), words('主任')], pictures: [stamp, stamp] })[2],
  ).toEqual(['主任', [1890, 945, 7, -0.32]]);
  // A larger one stands as far from the title and the date.
  expect(
    lines({ seal: 'stamp', signers: [words('市长')], pictures: [{ ...stamp, width: { twips: 3402 } }] }),
  ).toEqual([['市长', [3402, 1701, 9.4, -0.97]], [''], date]);
  expect(lines({ seal: 'stamp', signers: [words('市长')], pictures: [wide(3402)] })).toEqual([
    ['市长', [3402, 3402, 9.4, -2]],
    [''],
    [''],
    [''],
    date,
  ]);
});

test('7.3.6: no seal touches 附注', () => {
  const laid = (width: number, note: string, more: Partial<Signature> = {}) => {
    const picture = { file: '章.png', picture: drawn(1000, 1000), width: { twips: width } };
    const signature: Signature = {
      kind: 'signature',
      seal: 'seal',
      signers: [words('平安镇人民政府')],
      date: words('2026年3月5日'),
      pictures: [picture],
      ...more,
    };
    const found = laidOut(signature, paragraph('note', note), look);
    const lines = found.kind === 'signature' ? found.lines : [];
    const top = (lines[0]?.seals?.[0]?.top ?? 0) / look.line.pitch;
    return [Number(top.toFixed(2)), lines.length];
  };
  const long = '（联系人：张三，联系电话：0731-88888888）';
  // Where its words end in front of the seal, it stands on the line below the date.
  expect([2381, 3402].map((width) => laid(width, '（此件公开发布）'))).toEqual([
    [-1.5, 2],
    [-2, 2],
  ]);
  expect([1800, 2381, 2552, 3402].map((width) => laid(width, long))).toEqual([
    [-1.1, 2],
    [-1.96, 2],
    [-2, 3],
    [-2, 4],
  ]);
  expect(laid(3402, long, { pictures: [] })).toEqual([0, 2]);
  expect(laid(3402, long, { seal: 'stamp', signers: [words('市长')] })).toEqual([-2, 5]);
});

test('pictures are as wide as is wanted, within the type area and a page', () => {
  const size = (width: number, height: number, wanted?: object, layout = {}) => {
    const sized = sizedPicture(
      {
        file: '图.png',
        alternative: '图',
        picture: drawn(width, height),
        ...(wanted && { width: wanted }),
      } as never,
      profile(layout),
    );
    return [sized.width, sized.height];
  };
  expect(size(2000, 1000)).toEqual([2000, 1000]);
  expect(size(2000, 1000, { twips: 3000 })).toEqual([3000, 1500]);
  expect(size(2000, 1000, { share: 50 })).toEqual([4423, 2211]);
  expect(size(20_000, 1000)).toEqual([8845, 442]);
  // Of 22 lines one is for the caption, and half of one stays blank.
  expect(size(1000, 20_000)).toEqual([Math.round((20.5 * 579) / 20), Math.round(20.5 * 579)]);
  // 13,958 twips are 29 lines of 468.
  expect(size(1000, 20_000, undefined, { profile: 'plain' })[1]).toBe(27.5 * 468);
  const missing = () => sizedPicture({ file: '图.png', alternative: '图' } as never, look);
  expect(missing).toThrow('no picture 图.png');
});

test.each([
  [500, 2],
  [868, 2],
  [869, 3],
])(
  'a picture %d high takes %d lines with what is left blank beside it, half a line at least',
  (height, lines) => {
    const { blank } = sizedPicture(
      { kind: 'picture', file: '图.png', alternative: '图', picture: drawn(1000, height) },
      look,
    );
    expect(height + 2 * blank).toBe(lines * 579);
  },
);

test('a long name beside the date of 印发 takes several lines', () => {
  const text = (name: string, date = '2026年3月5日印发') => plainly(imprint(words(`${name}\t${date}`), look));
  expect(text('平安镇党政综合办公室')).toBe('平安镇党政综合办公室\t2026年3月5日印发');
  // Of 31.5 characters two stand free at the sides, one between them, and the date takes 9.25.
  const nineteen = '平安县社会治安综合治理工作领导小组办室';
  expect(text(nineteen)).toBe(`${nineteen}\t2026年3月5日印发`);
  expect(text(`${nineteen}内`)).toContain('\n');
  const long = text('平安县社会治安综合治理和平安建设工作领导小组办公室');
  expect(long).toMatch(/^平安县社会治安综合治理和\n平安建设工作领导小组办公室\t/);
  expect(plainly(imprint(words('办'.repeat(40)), look))).toBe('办'.repeat(40));
  expect(imprint([], look)).toEqual([]);
});

test('7.2.4: a mark that is printed already keeps its size and its line', () => {
  const long = '平安县社会治安综合治理和平安建设工作领导小组暨扫黑除恶专项斗争领导小组办公室文件';
  const mark = (more: Partial<RedHead>) => {
    const { names, size, scale } = markOf(head({ issuers: [words(long)], ...more }), look);
    return [names.length, size, scale];
  };
  expect(mark({})).toEqual([3, 78, 80]);
  expect(mark({ preprinted: true })).toEqual([1, 84, 26]);
  expect(mark({ size: 40 })).toEqual([3, 40, 100]);
  expect(mark({ issuers: [words(long), words('平安县公安局')] })).toEqual([3, 50, 80]);
  expect(mark({ issuers: [words(long), words('平安县公安局')], form: 'letter' })[0]).toBe(1);
  const beside = markOf(head({ issuers: [words('平安县公安局')], word: words('文件') }), look);
  expect([beside.width, beside.beside]).toEqual([5040, 2100]);
  const letter = markOf(
    head({ issuers: [words('平安县公安局')], word: words('文件'), form: 'letter' }),
    look,
  );
  expect([letter.width, letter.beside]).toEqual([5040, 0]);
});

test('7.3.3: what does not help the first page is left as it is', () => {
  const title = (lines: number): NumberedBlock => ({
    kind: 'title',
    text: words(Array(lines).fill('关于印发要点的通知').join('\n')),
  });
  const text = paragraph('body', '文'.repeat(200));
  const several = (count: number, more: Partial<RedHead> = {}) =>
    head({ issuers: Array<Inline[]>(count).fill(words('平安镇人民政府')), word: words('文件'), ...more });
  const took = (...blocks: NumberedBlock[]) => firstPage(blocks, look).took ?? 'nothing';
  const one = paragraph('recipients', '各村：');
  const many = paragraph('recipients', `${'县公安局、'.repeat(60)}县司法局：`);
  // A mark that is printed already can't become smaller.
  expect(took(several(4, { preprinted: true }), title(3), one, text)).toBe('none');
  expect(took(several(4), title(3), one, text)).toBe('mark');
  // Behind the front a document may have nothing, or what turns the page.
  expect(took(several(9), title(6), one)).toBe('nothing');
  expect(took(several(9), title(6), { kind: 'turn', landscape: true } as never, text)).toBe('nothing');
  expect(took(text)).toBe('nothing');
  // In front of a page that lies across, 版记 can't take 主送.
  const turned = { kind: 'turn', landscape: true } as never;
  expect(took(head(), title(2), many, text, turned)).toBe('none');
  // All else that stands above the text is of the front.
  const front = ['subtitle', 'docNumber', 'copyNumber', 'secrecy', 'urgency', 'signatory'];
  for (const role of front)
    expect(took(title(14), paragraph(role, '字'), paragraph('body', '文')), role).toBe('nothing');
  expect(took(title(19), paragraph('subtitle', '字'), text)).toBe('none');
  // In the plain profile two lines take 936 twips, and a page 13,958.
  const plain = profile({ profile: 'plain' });
  const below = (lines: number) =>
    firstPage([title(1), paragraph('recipients', '县'.repeat(plain.charactersPerLine * lines)), text], plain)
      .took;
  expect([25, 26].map((lines) => below(lines) ?? 'nothing')).toEqual(['nothing', 'recipients']);
});

test('7.3.5.5: a short text has to stand on the first page with its signature', () => {
  const title = (lines: number): NumberedBlock => ({
    kind: 'title',
    text: words(Array(lines).fill('关于印发要点的通知').join('\n')),
  });
  const signature = (date?: string): Signature => ({
    kind: 'signature',
    seal: 'none',
    signers: [words('平安镇人民政府')],
    ...(date && { date: words(date) }),
  });
  const took = (...blocks: NumberedBlock[]) => firstPage(blocks, look).took ?? 'nothing';
  const text = paragraph('body', '请执行。');
  const note = paragraph('attachmentNote', '附件：要点');
  // Below 14 lines of a title and a blank one there is room for three lines and a half, below 13 for nearly five.
  expect(took(title(14), text)).toBe('nothing');
  expect(took(title(14), text, signature())).toBe('nothing');
  expect(took(title(14), text, signature('2026年3月5日'))).toBe('signature');
  expect(took(title(13), text, signature('2026年3月5日'))).toBe('nothing');
  // The attachments go where the signature goes, unless they are many.
  expect(took(title(14), text, note, signature('2026年3月5日'))).toBe('signature');
  expect(took(title(13), text, note, note, signature('2026年3月5日'))).toBe('nothing');
  const few = { ...note, few: true } as NumberedBlock;
  expect(took(title(13), text, few, few, signature('2026年3月5日'))).toBe('signature');
  expect(took(title(11), text, few, few, signature('2026年3月5日'))).toBe('nothing');
  const heading = { kind: 'heading', level: 1, label: '一、', number: 1, text: words('要求') } as never;
  expect(took(title(14), heading, text, signature())).toBe('signature');
  expect(took(title(14), heading, text, text)).toBe('nothing');
});

test('7.3.3: 版记 without room below a short text stands overleaf, lest it takes the text along', () => {
  const signature: Signature = {
    kind: 'signature',
    seal: 'none',
    signers: [words('镇')],
    date: words('3月'),
  };
  const foot = [paragraph('cc', '抄送：县委。'), paragraph('imprint', '镇\t3月')];
  const turns = (...blocks: NumberedBlock[]) =>
    firstPage(blocks, look).blocks.flatMap((block, index) =>
      block.kind === 'turn' ? [block.to, index] : [],
    );
  const body = (lines: number) => paragraph('body', '文'.repeat(28 * lines - 2));
  const overleaf = ['overleaf', 3, 'portrait', 6];
  // A title and the blank line below it, the text, a blank line, the signature and 版记 take 22 lines.
  expect(turns(title, body(14), signature, ...foot)).toEqual([]);
  expect(turns(title, body(15), signature, ...foot)).toEqual(overleaf);
  expect(turns(title, body(4), signature, paragraph('cc', `抄送：${'县公安局、'.repeat(57)}`))).toEqual([]);
  expect(turns(title, body(4), signature, paragraph('cc', `抄送：${'县公安局、'.repeat(80)}`))).toEqual([
    'overleaf',
    3,
    'portrait',
    5,
  ]);
  // Of a text that is parted, what stands overleaf leaves room or not.
  expect(turns(title, body(34), signature, ...foot)).toEqual([]);
  expect(turns(title, body(35), signature, ...foot)).toEqual(overleaf);
  // The first page shows text anyway, or nothing is signed, or 版记 stands behind an attachment.
  expect(turns(title, body(1), body(14), signature, ...foot)).toEqual([]);
  expect(turns(title, body(15), ...foot)).toEqual([]);
  expect(turns(title, body(15), signature, paragraph('attachmentLabel', '附件'), ...foot)).toEqual([]);
});

test('7.3.5.5: a text that has no room on one page with its signature isn’t kept with it', () => {
  const heading = { kind: 'heading', level: 1, label: '一、', number: 1, text: words('要求') } as never;
  const long = (...blocks: NumberedBlock[]) =>
    firstPage(blocks, look).blocks.flatMap((block, index) => ('long' in block ? [index] : []));
  const body = (lines: number) => paragraph('body', '文'.repeat(28 * lines - 2));
  // The signature takes three lines of 22 with the blank one above it.
  expect(long(title, body(19), signature)).toEqual([]);
  expect(long(title, body(20), signature)).toEqual([1]);
  expect(long(title, body(20), body(1), signature)).toEqual([]);
  expect(long(title, heading, body(18), signature)).toEqual([]);
  expect(long(title, heading, body(19), signature)).toEqual([2]);
  expect(long(title, body(18), paragraph('attachmentNote', '附件：甲'), signature)).toEqual([1]);
});

test('7.3.5.5: a long last paragraph is parted where it would not go with the signature to the next page', () => {
  const parted = (...blocks: NumberedBlock[]) =>
    firstPage(blocks, look).blocks.flatMap((block, index) =>
      'parted' in block && block.parted ? [index] : [],
    );
  const body = (length: number) => paragraph('body', '文'.repeat(length));
  // 22 lines; title and the blank line below it take more than two of them.
  expect(parted(title, body(26 + 28 * 18), signature)).toEqual([]);
  expect(parted(title, body(26 + 28 * 19 + 1), signature)).toEqual([1]);
  expect(parted(title, body(26 + 28 * 19 + 1), body(1), signature)).toEqual([]);
  expect(parted(title, body(28 * 30), signature)).toEqual([]);
  const labelled = { level: 1, label: '一、', number: 1, text: words('文'.repeat(28 * 20)) };
  expect(parted(title, { kind: 'item', ...labelled } as never, signature)).toEqual([1]);
  const heading = { ...labelled, text: words('题'), opens: words('文'.repeat(28 * 20)) };
  expect(parted(title, { kind: 'heading', ...heading } as never, signature)).toEqual([1]);
  expect(parted(title, body(26 + 28 * 19 + 1), paragraph('attachmentNote', '附件：甲'), signature)).toEqual([
    1,
  ]);
});

test('documents of a batch need no second look where the first page shows text anyway', () => {
  const text = paragraph('body', '文'.repeat(60));
  const live = (role: string) => ({
    marked: paragraph(role, '村'),
    filled: ([value = '']: readonly string[]) => paragraph(role, value),
  });
  const unchanged = (blocks: Parameters<typeof unchangedFirstPage>[0], value: string) =>
    unchangedFirstPage(blocks, look)([value]);
  const signature: Signature = { kind: 'signature', seal: 'none', signers: [words('镇')] };
  // Without head and 主送 nothing in front of the text may become too long.
  expect(unchanged([title, live('body')], '村'.repeat(9000))).toBe(true);
  expect(unchanged([title, live('recipients'), text], '村：')).toBe(true);
  expect(unchanged([title, live('recipients'), text], '村'.repeat(28 * 20))).toBe(false);
  expect(unchanged([head(), title, live('recipients'), text], '村：')).toBe(true);
  expect(unchanged([head(), title, live('recipients'), text], '村'.repeat(28 * 12))).toBe(false);
  const titled = {
    marked: title,
    filled: ([value = '']: readonly string[]) => ({ ...title, text: words(value) }),
  };
  expect(unchanged([head(), titled, text], '要点')).toBe(true);
  expect(unchanged([head(), titled, text], Array(20).fill('要点').join('\n'))).toBe(false);
  // A text that is kept with the signature may grow longer than what is left of the page.
  expect(unchanged([title, live('body'), signature], '村')).toBe(true);
  expect(unchanged([title, live('body'), signature], '村'.repeat(28 * 20))).toBe(false);
});

test('8: a table lies across where its columns have no room, or where that takes fewer pages', () => {
  const table = (columns: number, rows: number, cell: string): Table =>
    ({
      kind: 'table',
      columns: Array.from({ length: columns }, (_, index) => words(`列${index}`)),
      rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => words(cell))),
      headRows: 0,
      merged: [],
      landscape: false,
    }) as never;
  const across = (...of: Parameters<typeof table>) => isBetterAcross(table(...of), look);
  expect(across(3, 5, '甲村')).toBe(false);
  expect(across(20, 5, '平安镇人民政府')).toBe(true);
  // Five columns of four characters beside one of a hundred: 5 rows take 1.6 pages, 10 rows 3.2 upright and 1.8 across;
  // beside three such columns it would save but a sixth.
  const uneven = (columns: number, rows: number) => {
    const row = [...Array.from({ length: columns - 1 }, () => words('平安镇里')), words('文'.repeat(100))];
    return isBetterAcross({ ...table(columns, 1, ''), rows: Array.from({ length: rows }, () => row) }, look);
  };
  expect([uneven(6, 5), uneven(6, 10), uneven(4, 60)]).toEqual([false, true, false]);
  // Two columns of a word leave the paper empty, and pages across are lower.
  expect(across(2, 200, '甲')).toBe(false);
});

test('a name that is broken keeps its marks at its two ends, and one of several pieces stays whole', () => {
  const name = '平安县社会治安综合治理和平安建设工作领导小组办公室';
  const lines = inSeveralLines([{ text: name, bold: true, begins: [1], ends: [2] } as never], 30);
  expect(lines.map(([line]) => line)).toEqual([
    { text: '平安县社会治安综合治理和', bold: true, begins: [1] },
    { text: '平安建设工作领导小组办公室', bold: true, ends: [2] },
  ]);
  expect(inSeveralLines(words(name), 30)[0]?.[0]).toEqual({ text: '平安县社会治安综合治理和', bold: false });
  const pieces = [...words(name), ...words('甲')];
  expect(inSeveralLines(pieces, 30)).toEqual([pieces]);
});
