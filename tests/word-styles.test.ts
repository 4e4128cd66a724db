import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { printedDocx } from '../src/reading/word/index.ts';
import { folder, pingan } from './run.ts';
import { linesOf, wordFile } from './word-file.ts';
import { validate } from './wordprocessingml/validate.ts';

const plan = `标题: 平安镇2026年平安创建工作要点
日期: 2026-03-05
主要任务:
  - 甲: {条目: [乙: {条目: [丙: {条目: [丁: 戊。]}]}]}
  - 己: 庚,辛。
附件:
  - 名单: {条目: [壬: 癸。]}
`;

async function parts(more = '', ...options: string[]) {
  const run = await pingan(['gen', '-', '-f', 'docx', '--force', ...options], folder(), {
    input: plan + more,
  });
  expect(run.err).not.toContain('错误');
  return { bytes: run.bytes, ...filesOf(run.bytes) };
}

function filesOf(bytes: Uint8Array) {
  const all = unzipSync(bytes);
  const part = (name: string) => strFromU8(all[name] ?? new Uint8Array());
  const styles = [...part('word/styles.xml').matchAll(/<w:style ([^>]*)>(.*?)<\/w:style>/gs)].map(
    ([, tag = '', xml = '']) => ({
      id: /w:styleId="(\w+)"/.exec(tag)?.[1] ?? '',
      name: /<w:name w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
      isCustom: tag.includes('w:customStyle="1"'),
      xml,
    }),
  );
  return { all, part, styles };
}

const paragraphWith = (xml: string, text: string) =>
  (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find((each) => each.includes(`>${text}<`)) ?? '';

test('the styles are those of an official document, Word’s own by Word’s names', async () => {
  const { styles, part } = await parts();
  const own = styles.filter(({ isCustom }) => !isCustom).map(({ name }) => name);
  const headings = [1, 2, 3, 4, 5].map((level) => `heading ${level}`);
  const contents = [1, 2, 3, 4, 5].map((level) => `toc ${level}`);
  const bases = ['Default Paragraph Font', 'No List', 'Normal Table', 'Normal'];
  expect(own.sort()).toEqual(
    [...bases, 'Title', 'Subtitle', 'caption', 'TOC Heading', ...headings, ...contents].sort(),
  );
  expect(part('word/styles.xml')).toMatch(/<\/w:docDefaults><w:latentStyles [^>]*w:defSemiHidden="1"/);
  const colours = part('word/styles.xml').match(/(?<=<w:color w:val=")\w+|<w:i\/>|<w:u |w:theme\w+/g);
  expect(new Set(colours)).toEqual(new Set(['000000', 'FF0000']));
  expect(
    Object.keys(unzipSync((await parts()).bytes)).filter((name) => /note|custom|number/.test(name)),
  ).toEqual([]);
});

test('marks keep their cells, and a line that somebody ends isn’t spread', async () => {
  expect((await parts()).part('word/settings.xml')).toMatch(
    /<w:characterSpacingControl w:val="doNotCompress"\/><w:compat><w:doNotExpandShiftReturn\/>/,
  );
});

test('a heading that somebody sets in Word is numbered with those around it', async () => {
  const { all, part } = await parts('编号: {方式: 自动}\n');
  const xml = part('word/document.xml');
  const styled = (level: number, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const before = paragraphWith(xml, '己');
  const typed = [2, 3, 4, 5].map((level) => styled(level, '新')).join('');
  const edited = zipSync({
    ...all,
    'word/document.xml': strToU8(xml.replace(before, typed + before)),
  });
  const lines = linesOf(printedDocx(edited, { tracked: 'accepted' }).blocks).map(({ text }) => text);
  expect(lines.filter((text) => /[新己]$/.test(text))).toEqual([
    '（二）新',
    '1.新',
    '（1）新',
    '①新',
    '（三）己',
  ]);
  const numbering = part('word/numbering.xml');
  expect(numbering.match(/<w:multiLevelType [^>]*>/g)).toEqual(['<w:multiLevelType w:val="multilevel"/>']);
  expect(numbering).not.toMatch(/bullet|tentative/);
});

test('words of a heading in their paragraph have the style that goes with that heading', async () => {
  const { part, styles } = await parts('编号: {段首: [2, 5]}\n');
  const xml = part('word/document.xml');
  for (const [text, level] of [
    ['己', 2],
    ['丁', 5],
  ] as const) {
    expect(paragraphWith(xml, text)).toMatch(new RegExp(`<w:rStyle w:val="Heading${level}Char"/>`));
    const look = (id: string) =>
      /<w:rPr>.*<\/w:rPr>/.exec(styles.find((each) => each.id === id)?.xml ?? '')?.[0];
    expect(look(`Heading${level}Char`)).toBe(look(`Heading${level}`));
    expect(styles.find(({ id }) => id === `Heading${level}`)?.xml).toContain(
      `<w:link w:val="Heading${level}Char"/>`,
    );
  }
});

test('the title of an attachment stands in the outline, above its own headings', async () => {
  const { part, styles } = await parts();
  expect(styles.find(({ id }) => id === 'AttachmentTitle')?.xml).toContain('<w:outlineLvl w:val="0"/>');
  expect(paragraphWith(part('word/document.xml'), '名单')).toContain('<w:pStyle w:val="AttachmentTitle"/>');
});

test('comments are in Word’s own styles, or in those that the letterhead has of them', async () => {
  const { part, styles } = await parts('', '--comments');
  expect(styles.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['annotation text', 'annotation reference', 'Balloon Text']),
  );
  expect(part('word/comments.xml')).toMatch(
    /<w:pStyle w:val="CommentText"\/>.*<w:rStyle w:val="CommentReference"\/>/s,
  );
  expect(part('word/document.xml')).toMatch(
    /<w:rStyle w:val="CommentReference"\/><\/w:rPr><w:commentReference /,
  );
  const cwd = folder();
  const style = (type: string, id: string, name: string) =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const theirs = style('paragraph', 'a7', 'annotation text') + style('character', 'BalloonText', '别的');
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  writeFileSync(
    path.join(cwd, '信头.docx'),
    wordFile(`<w:p><w:r><w:t>某县</w:t></w:r></w:p>${page}`, { styles: theirs }),
  );
  const run = await pingan(['gen', '-', '-f', 'docx', '-o', '-', '--force', '--comments'], cwd, {
    input: `${plan}版式: {信头: 信头.docx}\n`,
  });
  const own = filesOf(run.bytes);
  expect(own.part('word/comments.xml')).toMatch(
    /<w:pStyle w:val="a7"\/>.*<w:rStyle w:val="CommentReference"\/>/s,
  );
  expect(own.styles.filter(({ name }) => name === 'annotation text')).toHaveLength(1);
  expect(own.styles.find(({ name }) => name === 'Balloon Text')?.id).toBe('PinganBalloonText');
  expect(await validate(run.bytes)).toEqual([]);
});
