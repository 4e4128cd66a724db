import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { black, boxes, half, picture, red } from './picture.ts';
import { folder, pingan } from './run.ts';
import { call, converted, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const plan = `标题: 平安镇人民政府关于印发《平安镇2026年平安创建和社会治安综合治理工作要点》的通知
文种: 通知
单位: 平安镇人民政府
份号: "000012"
密级: 机密★1年
紧急程度: 特急
发文字号: 平政发〔2026〕1号
主送: [各村民委员会, 镇属各单位]
日期: 2026-03-05
印章: 加盖印章
抄送: [县委平安办, 县公安局, 县司法局, 县民政局, 县应急管理局, 县教育局, 县卫生健康局]
印发: { 印发机关: 平安镇党政办公室, 印发日期: 2026-03-06 }
版式: { 红头: 是 }
正文: 现将《平安镇2026年平安创建工作要点》印发给你们，请结合实际认真贯彻执行。
`;
const plans: Record<string, string> = {
  full: plan,
  bare: plan.replace(/^(?:份号|密级|紧急程度).*\n/gm, ''),
  electronic: plan.replace('红头: 是', '红头: 是, 规格: 电子公文'),
  upward: plan.replace('版式:', '签发人: [周守平, 林安, 高明礼]\n版式:'),
  small: plan.replace('红头: 是', '红头: { 字号: 30 }').replace(/^(?:份号|密级|紧急程度).*\n/gm, ''),
  joint: plan.replace('单位: 平安镇人民政府', '单位: [中共平安镇委员会, 平安镇人民政府]'),
  // Fills the page up to where the signature would begin.
  kept: plan
    .replace('红头: 是', '规格: 国标')
    .replace('正文: ', `结语: 请予支持为盼。\n正文: ${'现将有关事项通知如下，请认真贯彻执行。'.repeat(17)}`),
  keptItem: plan
    .replace('红头: 是', '规格: 国标')
    .replace('文种: 通知', '文种: 函')
    .replace(
      '正文: ',
      `正文:\n  - 甲:\n      - ${'现将有关事项通知如下，请认真贯彻执行。'.repeat(13)}\n      - 请予支持为盼。\n联系: `,
    ),
  order: plan.replace('红头: 是', '红头: { 式样: 命令 }').replace(/^(?:份号|密级|紧急程度|标题).*\n/gm, ''),
  minutes: plan
    .replace('红头: 是', '红头: { 式样: 纪要 }')
    .replace('印章: 加盖印章', `出席: [${'周守平, '.repeat(12)}林安]\n列席: 高明礼`),
  letter: plan
    .replace('红头: 是', '红头: { 式样: 信函 }')
    .replace(/^印发.*\n/m, '')
    .replace('正文: ', `正文: ${'现将有关事项函告如下，请予支持。'.repeat(20)}`),
  bareLetter: plan
    .replace('红头: 是', '红头: { 式样: 信函 }')
    .replace(/^(?:印发|份号|密级|紧急程度).*\n/gm, ''),
  printedLetter: plan.replace('红头: 是', '红头: { 式样: 信函, 套打: 是 }').replace(/^印发.*\n/m, ''),
  preprinted: plan.replace('红头: 是', '红头: { 套打: 是 }'),
};

withTools(
  ['soffice', 'pdftoppm', 'pdftotext'],
  'the whole official document, measured on the PDF that LibreOffice makes',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pingan-red-head-'));
    const pdf = (name: string) => path.join(folder, `${name}.pdf`);

    beforeAll(async () => {
      for (const [name, text] of Object.entries(plans)) {
        writeFileSync(path.join(folder, `${name}.yaml`), text);
        expect((await pingan(['gen', `${name}.yaml`], folder)).err).toContain('已生成');
      }
      converted('pdf', folder, ...Object.keys(plans).map((name) => `${name}.docx`));
    }, 180_000);

    const reds = (name: string) => picture(pdf(name), 1).bands(red);
    const lines = (name: string, page = 1) => picture(pdf(name), page).bands(black);
    /** The rows of text that stand above the red rule, and those below it. */
    const around = (name: string) => {
      const rule = reds(name).at(-1)?.from ?? 0;
      return {
        above: lines(name).filter(({ to }) => to < rule),
        below: lines(name).filter(({ from }) => from > rule),
      };
    };

    describe('GB/T 9704—2012 7.2, 版头', () => {
      test('7.2.1—7.2.3: 份号, 密级 and 紧急程度 stand flush left on the first three lines', () => {
        const [copy, secrecy, urgency] = around('full').above;
        for (const line of [copy, secrecy, urgency]) half(line?.left, 28);
        half((secrecy?.to ?? 0) - (urgency?.to ?? 0), -10.2);
        expect(copy?.from).toBeLessThan(37 + 10.2);
      });
      test.each(['full', 'bare', 'joint'])('7.2.4: the mark begins 35 mm below the type area (%s)', (name) =>
        half(reds(name)[0]?.from, 72),
      );
      test('GB/T 33476.2: 37.42 mm in its own coordinates', () => half(reds('electronic')[0]?.from, 72, 1));
      test('7.2.4: the mark is centred in the type area, and never wider', () => {
        for (const { left, right } of reds('full').slice(0, 1)) half((left + right) / 2, 106);
        for (const { left, right } of reds('joint').slice(0, 1))
          expect([left > 27.5, right < 184.5]).toEqual([true, true]);
      });
      test('7.2.4: the size of the mark is the office’s own', () => {
        half(reds('small')[0]?.from, 72);
        const height = (name: string) => (reds(name)[0]?.to ?? 0) - (reds(name)[0]?.from ?? 0);
        half(height('small') / height('bare'), 30 / 42, 0.05);
      });
      test('7.2.4: the names of several issuers stand above each other, 文件 to the right of their middle', () => {
        expect(call('pdftotext', ['-layout', '-l', '1', pdf('joint'), '-']).replace(/[ \n]+/g, ' ')).toMatch(
          /中共平安镇委员会 文件 平 ?安 ?镇 ?人 ?民 ?政 ?府|中共平安镇委员会 平 ?安 ?镇 ?人 ?民 ?政 ?府 文件/,
        );
      });
      test('7.2.5: 发文字号 is centred, two blank lines below the mark', () => {
        const number = around('full').above.at(-1);
        half(((number?.left ?? 0) + (number?.right ?? 0)) / 2, 106);
        half((number?.from ?? 0) - (reds('full')[0]?.to ?? 0), 2 * 10.2 + 4.5);
      });
      test('7.2.5, 7.2.6: with 签发人 the number stands one character in, on the line of the last of them', () => {
        const [last] = around('upward').above.slice(-1);
        half(last?.left, 28 + 5.6);
        half(boxes(pdf('upward'), 1).find(({ word }) => word === '安')?.right, 184 - 5.6);
        const text = call('pdftotext', ['-layout', '-l', '1', pdf('upward'), '-']);
        expect(text).toMatch(/签发人：周守平\s+林\s+安\s+平政发〔2026〕1\s?号\s+高明礼/);
      });
      test.each(['full', 'electronic', 'joint'])(
        '7.2.7: the red rule is 4 mm below the number and 156 mm wide (%s)',
        (name) => {
          const rule = reds(name).at(-1);
          half((rule?.from ?? 0) - (around(name).above.at(-1)?.to ?? 0), 4);
          half((rule?.right ?? 0) - (rule?.left ?? 0), 156);
        },
      );
      test('on paper with a printed head nothing is red, and every part keeps its place', () => {
        expect(reds('preprinted')).toEqual([]);
        const number = (name: string) => lines(name).filter(({ from }) => from > 70)[0]?.from;
        half(number('preprinted'), number('full') ?? 0);
      });
    });

    describe('7.3, 主体', () => {
      test('7.3.1: the title stands two blank lines below the rule, broken between words', () => {
        half((around('full').below[0]?.from ?? 0) - (reds('full').at(-1)?.to ?? 0), 2 * 10.2 + 3.6);
        expect(call('pdftotext', ['-layout', '-l', '1', pdf('full'), '-']).replace(/ /g, '')).toContain(
          '平安镇人民政府关于印发\n《平安镇2026年平安创建和社会\n治安综合治理工作要点》的通知\n',
        );
      });
      test('7.3.5.1: the date ends four characters from the edge, the signature is centred above it', () => {
        const [signer, date] = lines('full', 2).filter(({ left }) => left > 100);
        half(boxes(pdf('full'), 2).find(({ word }) => word.startsWith('日'))?.right, 184 - 4 * 5.56);
        half(
          ((signer?.left ?? 0) + (signer?.right ?? 0)) / 2,
          ((date?.left ?? 0) + (date?.right ?? 0)) / 2,
          4,
        );
      });
    });

    describe('7.4, 版记', () => {
      const rules = (name: string) => lines(name, 2).filter(({ from, to }) => to - from < 0.6);
      test('7.4.1: three rules of 156 mm, the last at the lower edge of the type area', () => {
        expect(rules('full')).toHaveLength(3);
        for (const { left, right } of rules('full')) half(right - left, 156);
        half(rules('full').at(-1)?.to, 262);
      });
      test('7.4.1: 0.35 mm, 0.25 mm, 0.35 mm', () => {
        const [first = 0, inner = 0, last = 0] = rules('full').map(({ from, to }) => to - from);
        for (const [thickness, wanted] of [
          [first, 0.35],
          [inner, 0.25],
          [last, 0.35],
        ] as const)
          half(thickness, wanted, 0.1);
      });
      test('7.4.2, 7.4.3: texts stand one character in', () => {
        const [cc, , imprint] = lines('full', 2).filter(
          ({ from, to }) => from > 231 && to < 262 && to - from > 1,
        );
        for (const line of [cc, imprint]) half(line?.left, 28 + 4.9);
        half(imprint?.right, 184 - 4.9);
      });
    });

    describe('10.1, 信函', () => {
      test('10.1: the mark begins 30 mm below the edge of the paper, in the middle', () => {
        half(reds('letter')[0]?.from, 30);
        half(((reds('letter')[0]?.left ?? 0) + (reds('letter')[0]?.right ?? 0)) / 2, 105);
      });
      test('10.1: double rules of 170 mm, thick over thin 4 mm below the mark, thin over thick 20 mm above the edge', () => {
        const [mark, thick, thin, ...foot] = reds('letter');
        for (const rule of [thick, thin, ...foot]) half((rule?.right ?? 0) - (rule?.left ?? 0), 170);
        half((thick?.from ?? 0) - (mark?.to ?? 0), 4);
        half(foot[0]?.from, 297 - 20);
        const heights = [thick, thin, ...foot].map((rule) => (rule?.to ?? 0) - (rule?.from ?? 0) > 0.5);
        expect(heights).toEqual([true, false, false, true]);
      });
      test.each(['letter', 'printedLetter'])(
        '10.1: 份号 left and 发文字号 right, 7/8 of a character below the rule (%s)',
        (name) => {
          const [first, second] = lines(name);
          half(first?.left, 28);
          half(first?.right, 184);
          half((first?.from ?? 0) - (reds('letter')[2]?.to ?? 0), 4.9);
          half(second?.left, 28);
        },
      );
      test('10.1: the title stands two blank lines below the last of them', () => {
        const [number, title] = lines('bareLetter');
        half((title?.from ?? 0) - (number?.to ?? 0), 2 * 10.2 + 5.3);
      });
      test('10.1: no number on the first page, no rules in the 版记', () => {
        expect(call('pdftotext', ['-l', '1', pdf('letter'), '-'])).not.toMatch(/— 1 —/);
        const last = call('pdftotext', ['-f', '2', pdf('letter'), '-']);
        expect([last.includes('抄送：'), /—\s*2\s*—/.test(last)]).toEqual([true, true]);
        expect(lines('letter', 2).filter(({ from, to }) => to - from < 0.6 && from < 262)).toEqual([]);
      });
      test('on printed paper only the text is printed', () => expect(reds('printedLetter')).toEqual([]));
    });

    describe('7.3.5.5, the last page', () => {
      test('7.3.5.5: a short last paragraph stays with the signature and its seal', () => {
        const pages = ['1', '2'].map((page) => call('pdftotext', ['-f', page, '-l', page, pdf('kept'), '-']));
        expect(
          pages.map((page) => [
            page.includes('请予支持为盼'),
            page.includes('2026 年3 月5 日') || /2026 ?年 ?3 ?月 ?5 ?日/.test(page),
          ]),
        ).toEqual([
          [false, false],
          [true, true],
        ]);
      });
      test('7.3.5.5: a numbered paragraph does, too', () => {
        const last = call('pdftotext', ['-f', '2', '-l', '2', pdf('keptItem'), '-']).replace(/\s/g, '');
        expect(last).toContain('（二）请予支持为盼。平安镇人民政府');
      });
    });

    describe('other formats', () => {
      test('10.2: the mark of a 命令 begins 20 mm below the type area; number and text are two blank lines apart, and no rule', () => {
        half(reds('order')[0]?.from, 57);
        expect(reds('order')).toHaveLength(1);
        const [number, text] = lines('order');
        half((number?.from ?? 0) - (reds('order')[0]?.to ?? 0), 2 * 10.2 + 4.5);
        half((text?.from ?? 0) - (number?.from ?? 0), 3 * 10.2);
        expect(call('pdftotext', ['-l', '1', pdf('order'), '-'])).toContain('平安镇人民政府令');
      });
      test('10.3: 纪要 has its mark at 35 mm, no signature, and names under each other behind “出席：”', () => {
        half(reds('minutes')[0]?.from, 72);
        const text = call('pdftotext', ['-layout', pdf('minutes'), '-']);
        expect(text).toContain('平安镇人民政府纪要');
        expect(text.replace(/^ +/gm, '')).toMatch(/出席：周守平(?:.*\n){2}.*林安\n列席：高明礼\n/);
        expect(text).not.toMatch(/2026 ?年 ?3 ?月 ?5 ?日/);
        const rows = [...lines('minutes'), ...lines('minutes', 2)];
        const first = rows.findIndex(
          ({ left }, index) => Math.abs(left - 39.1) < 1 && Math.abs((rows[index + 1]?.left ?? 0) - 55.8) < 1,
        );
        expect(first).toBeGreaterThan(0);
      });
    });
  },
);

test.each(Object.keys(plans))('the Word file is valid (%s)', async (name) => {
  const { bytes } = await pingan(['gen', '-', '-f', 'docx'], tmpdir(), { input: plans[name] ?? '' });
  expect(await validate(bytes)).toEqual([]);
});

test('a 红头 with a line of no known kind is told', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-red-head-'));
  mkdirSync(path.join(folder, '模板'));
  writeFileSync(path.join(folder, '模板/document.hbs'), '::: 红头\n单位\\t甲\n:::\n');
  writeFileSync(path.join(folder, '计划.yaml'), '标题: 题\n正文: 文。\n');
  const run = await pingan(['gen', '计划.yaml'], folder);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('“::: 红头”里的每一行都要写成')]);
});

test.each([
  ['版式: { 红头: 平安镇人民政府文件 }', '平安镇人民政府文件'],
  ['版式: { 红头: 是 }', '柳溪村文件'],
  ['版式: { 红头: 否 }', ''],
  ['版式: { 红头: { 标志: "{{单位}}纪要" } }', '柳溪村纪要'],
])('%s prints the mark %s', async (layout, mark) => {
  const input = `标题: 题\n单位: 柳溪村\n${layout}\n正文: 文。\n`;
  const run = await pingan(['gen', '-', '-f', 'md'], tmpdir(), { input });
  expect(run.out.startsWith(mark === '' ? '# 题' : `${mark}\n\n# 题`)).toBe(true);
});

test('with a notice in front the head stands above the notice, once', async () => {
  const input =
    '标题: 题\n单位: 柳溪村\n版式: { 红头: 是 }\n发文字号: 柳发〔2026〕1号\n印发通知: { 正文: 请执行。 }\n正文: 文。\n';
  const run = await pingan(['gen', '-', '-f', 'md'], tmpdir(), { input });
  expect(run.out).toMatch(/^柳溪村文件\\\n柳发〔2026〕1号\n\n# 关于印发题的通知\n/);
  expect(run.out.match(/柳发/g)).toHaveLength(1);
});

test('7.2.4: in the plain profile, whose lines are lower, the mark begins as far down', async () => {
  const input = plan.replace('红头: 是', '规格: 普通, 红头: 是');
  const { bytes } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], folder(), { input });
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const above = /^.*?"Space".*?w:line="(\d+)"/s.exec(xml)?.[1];
  const { out } = await pingan(['gen', '-', '-f', 'html', '-o', '-'], folder(), { input });
  const margin = /class="mark" style="margin-top:([\d.]+)pt/.exec(out)?.[1];
  // 35 mm are 1984 twips, of which three lines in front take 468 each.
  expect([Number(above), 20 * Number(margin)]).toEqual([1984 - 3 * 468, 1984 - 3 * 468]);
});

test('10.2: a title that says what the mark of a 命令 says is told', async () => {
  const told = async (title: string) => {
    const input = plan.replace('红头: 是', '红头: { 式样: 命令 }').replace(/^标题.*$/m, `标题: ${title}`);
    const { err } = await pingan(['gen', '-', '-f', 'md', '-o', '-'], folder(), { input });
    return err.includes('标题会再印一遍。');
  };
  expect(await told('平安镇人民政府令')).toBe(true);
  expect(await told('关于开展冬季防火的命令')).toBe(false);
});
