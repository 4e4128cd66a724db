import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { printedHtml } from '../src/reading/html/index.ts';
import { printedText } from '../src/reading/text/printed-text.ts';
import { EmbeddedText, printedDocx } from '../src/reading/word/index.ts';
import { folder, pingan } from './run.ts';
import { outlined, wordFile } from './word-file.ts';

const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word file that takes in another file between two paragraphs. */
function around(name: string, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const made = wordFile(`${line('前')}<w:altChunk r:id="${name}"/>${line('后')}`, { [name]: '' });
  return zipSync({ ...unzipSync(made), [`word/media/${name}`]: bytes });
}

const mhtml = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html"; boundary="----=next"',
  '',
  '------=next',
  'Content-Type: text/plain',
  '',
  '不是这一段',
  '------=next',
  'Content-Type: text/html; charset="utf-8"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>=E5=B9=B3=E5=AE=89=',
  '=E9=95=87</p>',
  '------=next--',
].join('\r\n');

const text = (words: string) => (words.startsWith('<') ? printedHtml(words) : printedText(words));

test.each<[string, Uint8Array | string, string[]]>([
  ['a.html', '<ol><li>甲</li><li>乙</li></ol>', ['1.甲', '2.乙']],
  ['a.txt', Buffer.from('甲\n乙', 'utf16le'), ['甲', '乙']],
  ['a.mht', mhtml, ['平安镇']],
  ['a.docx', wordFile(line('甲') + line('乙')), ['甲', '乙']],
])('%s within a Word file is read in its place', (name, content, lines) => {
  expect(outlined(printedDocx(around(name, content), { tracked: 'accepted', text }))).toEqual([
    '前',
    ...lines,
    '后',
  ]);
});

test('a text within a Word file asks for its reader', () => {
  expect(() => printedDocx(around('a.txt', '甲'), { tracked: 'accepted' })).toThrow(EmbeddedText);
});

test('what can’t be read within a Word file is told', () => {
  for (const content of ['{\\rtf1 x}', new Uint8Array([0, 1, 2, 3])])
    expect(outlined(printedDocx(around('a.bin', content), { tracked: 'accepted', text }))).toEqual([
      '前',
      '后',
      '* 1 嵌入的文件没有带入：media/a.bin',
    ]);
});

test('Word files within each other come to an end', () => {
  let file = wordFile(line('甲'));
  for (let depth = 0; depth < 5; depth++) file = around('a.docx', file);
  expect(() => printedDocx(file, { tracked: 'accepted', text })).toThrow('一层套一层');
});

test('a Word file of a web page, and a page saved as one file, are imported', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '甲.docx'), around('a.html', '<h1>工作方案</h1><p>一、巡山</p>'));
  writeFileSync(path.join(cwd, '乙.mht'), mhtml);
  writeFileSync(path.join(cwd, '丙.doc'), mhtml);
  expect((await pingan(['import', '甲.docx'], cwd)).out).toContain('巡山');
  for (const name of ['乙.mht', '丙.doc'])
    expect((await pingan(['import', name], cwd)).out).toBe('标题: 平安镇\n');
});

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${line(text)}</w:tc>`;

test('cells that were taken out, put in or merged under tracked changes', () => {
  const body = `<w:tbl><w:tr>${cell('甲')}${cell('乙', '<w:cellDel/>')}${cell('丙', '<w:cellIns/>')}</w:tr>
    <w:tr>${cell('丁', '<w:cellMerge w:vMerge="rest"/>')}${cell('戊')}</w:tr>
    <w:tr>${cell('', '<w:cellMerge w:vMerge="cont" w:vMergeOrig="rest"/>')}${cell('己')}</w:tr></w:tbl>`;
  expect(outlined(printedDocx(wordFile(body), { tracked: 'accepted' }))).toEqual([
    '| 甲 | 丙',
    '| 1×2 丁 | 戊',
    '| 己',
    '* 2 修订里删去的一格没有带入：乙',
  ]);
  expect(outlined(printedDocx(wordFile(body), { tracked: 'original' }))).toEqual([
    '| 甲 | 乙',
    '| 丁 | 戊',
    '|  | 己',
    '* 3 修订里加上的一格没有带入：丙',
  ]);
});

test('a picture within a link is a picture', () => {
  const drawing = '<w:r><w:drawing><wp:inline><a:blip r:embed="图.png"/></wp:inline></w:drawing></w:r>';
  for (const link of [
    `<w:hyperlink>${drawing}</w:hyperlink>`,
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${drawing}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  ])
    expect(
      outlined(
        printedDocx(wordFile(`<w:p>${link}</w:p>${line('后')}`, { '图.png': 'x' }), { tracked: 'accepted' }),
      ),
    ).toEqual(['(图.png)', '后']);
});

test('a mark that hangs in a box above the text is a red head', async () => {
  const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${line('平安镇人民政府')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  const cwd = folder();
  const body =
    box +
    ['平政函〔2026〕3号', '关于商请支持排查工作的函', '县公安局：', '请予支持为盼。'].map(line).join('');
  writeFileSync(path.join(cwd, '函.docx'), wordFile(body));
  const { out } = await pingan(['import', '函.docx'], cwd);
  expect(out).toContain('发文字号: 平政函〔2026〕3号\n主送: 县公安局\n');
  expect(out).toContain('版式:\n  红头:\n    式样: 信函\n');
});
