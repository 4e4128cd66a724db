import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const plan = `标题: 平安镇2026年平安建设工作要点
单位: 平安镇人民政府
日期: 2026-03-05
编号: { 段首: [3] }
正文:
  - 强化领导:
      - 压实责任:
          - 一事一议: 每月研究一次。
  - 标题: 进度
    表格: { 列: [村, 户数, <], 行: [["^", 上半年, 下半年], [甲村, 1, 2]], 表头: 2 }
`;

async function parts() {
  const { bytes } = await pingan(['gen', '-', '-f', 'docx'], folder(), { input: plan });
  const files = unzipSync(bytes);
  return (name: string) => new TextDecoder().decode(files[name]);
}

test('a Word file says its language, its title and its author', async () => {
  const part = await parts();
  expect(part('word/styles.xml')).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/);
  expect(part('docProps/core.xml')).toContain('<dc:title>平安镇2026年平安建设工作要点</dc:title>');
  expect(part('docProps/core.xml')).toContain('<dc:creator>平安镇人民政府</dc:creator>');
});

test('headings are an outline without gaps; one that its paragraph follows on the line isn’t in it', async () => {
  const part = await parts();
  const styles = part('word/styles.xml');
  const levelOf = (id = '') =>
    new RegExp(`w:styleId="${id}".*?</w:style>`, 's')
      .exec(styles)?.[0]
      .match(/<w:outlineLvl w:val="(\d)"/)?.[1];
  const outline = (part('word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? []).map((paragraph) => [
    paragraph.replace(/<[^>]*>/g, ''),
    levelOf(/<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1]),
  ]);
  expect(outline.filter(([, level]) => level !== undefined)).toEqual([
    ['一、强化领导', '0'],
    ['（一）压实责任', '1'],
    ['二、进度', '0'],
  ]);
  expect(outline).toContainEqual(['1.一事一议。每月研究一次。', undefined]);
});

test('all rows of the head of a table are marked as such, and repeated', async () => {
  const part = await parts();
  const rows = part('word/document.xml').match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false]);
});

test('HTML says the same', async () => {
  const { out } = await pingan(['gen', '-', '-f', 'html'], folder(), { input: plan });
  expect(out).toContain('<html lang="zh-CN">');
  expect(out).toContain('<title>平安镇2026年平安建设工作要点</title>');
  expect(out).toContain('<meta name="author" content="平安镇人民政府">');
  expect([...out.matchAll(/<(h\d)[ >]/g)].map(([, name]) => name)).toEqual(['h1', 'h2', 'h3', 'h2']);
  expect(out).toMatch(
    /<thead><tr><th scope="col" rowspan="2">村<\/th><th scope="colgroup" colspan="2">户数<\/th><\/tr>/,
  );
});
