import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importDocument } from '../src/api/index.ts';
import { jpeg, png } from './drawn.ts';
import { folder, pingan } from './run.ts';
import { type Parts, wordFile } from './word-file.ts';

const plan = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
日期: 2026-03-05
导语: 现提出如下要点。
主要任务:
  - 标题: 甲
    内容: 划分见图。
    图片:
      - { 文件: 图/现场.png, 宽: 12厘米, 题注: 图1 网格“划分”图, 说明: 一张图 }
      - { 文件: 照片.jpg, 宽: 50% }
    结语: 以上为图。
  - 乙项内容一句话。
工作要求:
  内容: 看图如下。
  图片: { 文件: 照片.jpg, 题注: 网格图 }
附件:
  - 标题: 分布图
    图片: { 文件: 宽.png, 题注: 图2 分布 }
  - 名单
`;

/** What a Word file has of pictures: sizes, words for those who can't see them, and the bytes. */
function drawn(docx: Uint8Array) {
  const files = unzipSync(docx);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const xml = part('word/document.xml');
  const targets = new Map(
    [...part('word/_rels/document.xml.rels').matchAll(/Id="(picture\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, target],
    ),
  );
  const found =
    /<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:docPr [^>]*descr="([^"]*)".*?r:embed="(\w+)".*?<\/w:p>(.{0,120})/g;
  return [...xml.matchAll(found)].map(([, wide, high, said, id, behind]) => ({
    // A plan says tenths of a millimetre.
    size: [wide, high].map((each) => Math.round(Number(each) / 9000)),
    said,
    bytes: Buffer.from(files[`word/${targets.get(id)}`] ?? []).toString('base64'),
    captioned: behind?.includes('Caption'),
  }));
}

test.each(['docx', 'html'])(
  'pictures come back from %s with their places, widths and captions',
  async (format) => {
    const cwd = folder();
    mkdirSync(path.join(cwd, '图'));
    writeFileSync(path.join(cwd, '图', '现场.png'), png(400, 300));
    writeFileSync(path.join(cwd, '照片.jpg'), jpeg(300, 150, 300));
    writeFileSync(path.join(cwd, '宽.png'), png(4000, 900));
    writeFileSync(path.join(cwd, '计划.yaml'), plan);
    await pingan(['gen', '计划.yaml', '-f', 'docx', '-o', '甲.docx'], cwd);
    await pingan(['gen', '计划.yaml', '-f', format, '-o', `甲.${format}`], cwd);
    const { err } = await pingan(['import', `甲.${format}`, '-o', '新/乙.yaml'], cwd);
    expect(err).toContain('图片存成文件，计划里有：');
    expect(err).not.toContain('计划里没有');
    // The same picture is one file.
    expect(readdirSync(path.join(cwd, '新', '乙-图片'))).toEqual(['1.png', '2.jpg', '3.png']);
    const again = await pingan(['gen', '新/乙.yaml', '-f', 'docx', '-o', '-'], cwd);
    expect(again.code).toBe(0);
    const [before, after] = [drawn(readFileSync(path.join(cwd, '甲.docx'))), drawn(again.bytes)];
    expect(before).toHaveLength(4);
    expect(after).toEqual(before);
    const md = async (file: string) => (await pingan(['gen', file, '-f', 'md'], cwd)).out;
    const words = async (file: string) =>
      (await md(file))
        .replace(/\(<.*?>\)/g, '')
        .replace(/<!--.*?-->/gs, '')
        .trim();
    expect(await words('新/乙.yaml')).toBe(await words('计划.yaml'));
  },
);

const drawing = (kind: 'inline' | 'anchor', id: string, more = '') =>
  `<w:r><w:drawing><wp:${kind}><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="图" descr="C:\\Users\\甲\\图.png"/><a:graphic><a:graphicData><a:blip r:embed="${id}"/>${more}</a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r>`;
const p = (text: string, inside = '', look = '') =>
  `<w:p>${look && `<w:pPr>${look}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r>${inside}</w:p>`;
const centred = '<w:jc w:val="center"/>';
const [head, date] = [p('平安镇2026年工作要点', '', centred), p('2026年3月5日', '', '<w:jc w:val="right"/>')];

/** What import makes of a Word file, and the files that it leaves. */
async function importing(body: string, parts: Parts) {
  const cwd = folder();
  writeFileSync(path.join(cwd, '甲.docx'), wordFile(body, parts));
  const { err, code } = await pingan(['import', '甲.docx', '-o', '乙.yaml'], cwd);
  const images = path.join(cwd, '乙-图片');
  expect(code).toBe(0);
  return {
    err,
    text: readFileSync(path.join(cwd, '乙.yaml'), 'utf8'),
    files: existsSync(images) ? readdirSync(images).sort() : [],
  };
}

const parts = { 'a.png': png(200, 100), 'b.png': png(100, 100) };

test('a picture that floats parts no paragraph, and keeps no signature from being one', async () => {
  const body = `${head}${p('一、甲', '')}${p('前半句，', `${drawing('anchor', 'a.png')}<w:r><w:t>后半句。</w:t></w:r>`)}${p('二、乙')}${p('平安镇人民政府', drawing('anchor', 'b.png'), '<w:jc w:val="right"/>')}${date}`;
  const { text, err } = await importing(body, parts);
  expect(text).toContain('前半句，后半句。');
  expect(text).toMatch(/图片:\n +文件: 乙-图片\/1\.png\n +宽: 5厘米\n/);
  expect(text).toContain('日期: 2026-03-05');
  expect(text).not.toContain('Users');
  expect(err).not.toContain('丢失');
});

test('a picture above the title or in a header is told, and the title is one', async () => {
  const body = `<w:p>${drawing('inline', 'a.png')}</w:p>${head}${p('一、甲')}${p('内容。')}`;
  const { text, err, files } = await importing(body, parts);
  expect(text).toMatch(/^标题: 平安镇2026年工作要点/);
  expect(text).not.toContain('图片');
  expect(err).toMatch(/图片存成文件，计划里没有：\n\s+第 1 段：乙-图片\/1\.png/);
  expect(files).toEqual(['1.png']);
});

test('pictures in cells, and between texts of an item that has room for none, are moved and told', async () => {
  const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell(p('甲'))}${cell(p('乙'))}</w:tr><w:tr>${cell(p('丙'))}${cell(`<w:p>${drawing('inline', 'a.png')}</w:p>`)}</w:tr></w:tbl>`;
  const item = `${p('（一）甲')}${p('前。')}<w:p>${drawing('inline', 'b.png')}</w:p>${p('后。')}<w:p>${drawing('inline', 'b.png')}</w:p>${p('末。')}${p('（二）乙')}`;
  const { text, err } = await importing(`${head}${p('一、甲')}${item}${p('二、乙')}${table}`, parts);
  expect(text.match(/文件:|- 乙-图片/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
  expect(text).toContain(
    '# 第 12 段的图在表格里，放到了表格的后面'.replace('12', /第 (\d+) 段的图在表格/.exec(text)?.[1] ?? '?'),
  );
  expect(text).toMatch(/# 第 \d+ 段的图前后都有字，放到了这一条的后面/);
  expect(err).toMatch(/存疑.*\n(?:.*\n)*.*放到了表格的后面/);
  expect(err).not.toContain('丢失');
});

test('what can’t be printed is kept as a file and told; what was cropped is told', async () => {
  const body = `${head}${p('一、甲')}${p('见图。')}<w:p>${drawing('inline', 'c.gif')}${drawing('inline', 'a.png', '<a:srcRect l="1000"/>')}</w:p>`;
  const { text, err, files } = await importing(body, {
    ...parts,
    'c.gif': new TextEncoder().encode('GIF89a'),
  });
  expect(files).toEqual(['1.gif', '2.png']);
  expect(text).toContain('乙-图片/2.png');
  expect(text).not.toContain('gif');
  expect(err).toContain('乙-图片/1.gif。“c.gif”不是 PNG 或 JPEG 图片');
  expect(err).toContain('乙-图片/2.png（原文里裁过，存的是整张）');
});

test('programs are given the pictures under the names that the plan has', async () => {
  const docx = wordFile(`${head}${p('一、甲')}${p('见图。')}<w:p>${drawing('inline', 'a.png')}</w:p>`, parts);
  const { plans, pictures } = await importDocument(docx, { name: '../a:b/去年?.docx' });
  expect(pictures.map(({ file }) => file)).toEqual(['去年-图片/1.png']);
  expect(Buffer.from(pictures[0]?.bytes ?? []).equals(png(200, 100))).toBe(true);
  expect(plans[0]?.text).toContain('文件: 去年-图片/1.png');
});

test('a plan that is only shown names no pictures', async () => {
  const cwd = folder();
  writeFileSync(
    path.join(cwd, '甲.docx'),
    wordFile(`${head}${p('一、甲')}<w:p>${drawing('inline', 'a.png')}</w:p>`, parts),
  );
  const { out, err } = await pingan(['import', '甲.docx'], cwd);
  expect(out).not.toContain('图片');
  expect(err).toContain('1 张图片没有存下来；写 -o 就放在计划旁边。');
});

test('Markdown only points at a picture: it is told, and what it is called isn’t printed', async () => {
  const cwd = folder();
  writeFileSync(
    path.join(cwd, '甲.md'),
    '# 甲村要点\n\n一、甲\n\n![现场](<图/a.png>)\n\n图1 现场\n\n二、乙\n',
  );
  const { out, err } = await pingan(['import', '甲.md'], cwd);
  expect(out.match(/现场/g)).toHaveLength(1);
  expect(err).toContain('图片没有带入：现场 <图/a.png>');
});
