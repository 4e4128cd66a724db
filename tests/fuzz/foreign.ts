import { readdirSync, readFileSync } from 'node:fs';
import { wordFile } from '../word-file.ts';
import type { Chance } from './chance.ts';

const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const native = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const field = '<w:fldChar w:fldCharType="';

const body = [
  paragraph('平安镇2025年防火工作方案', '<w:jc w:val="center"/>'),
  paragraph('平政发〔2025〕3号', '<w:jc w:val="center"/>'),
  paragraph('各村（社区）：'),
  paragraph('工作目标', native(1, 0)),
  paragraph('加强巡查。每天一次。（责任单位：综治办；完成时限：2025年3月底前）', native(1, 1)),
  paragraph('加强宣传。一是入户。二是广播。', native(1, 1)),
  '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>二、组织领导</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:br/><w:t>组长：李某</w:t></w:r></w:p>',
  '<w:sdt><w:sdtContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>三、任务</w:t></w:r></w:p></w:sdtContent></w:sdt>',
  '<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>巡查</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>综治办</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  `<w:p><w:r>${field}begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r>${field}separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>${field}end"/></w:r></w:p>`,
  '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>',
  paragraph('平安镇人民政府', '<w:jc w:val="right"/>'),
  paragraph('2025年3月5日', '<w:jc w:val="right"/>'),
  paragraph('附件1'),
  paragraph('检查办法'),
  paragraph('第一章　总则', '<w:pStyle w:val="a1"/>'),
].join('');
const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const styles =
  '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:basedOn w:val="a1"/></w:style>';

const texts = readdirSync('tests/imports').map(
  (name) => [name, readFileSync(`tests/imports/${name}`, 'utf8').split('@@@\n')[0] ?? ''] as const,
);

/** A file that somebody else wrote: of Word, or a text of some kind. */
export function foreign(chance: Chance): { name: string; content: Uint8Array | string } {
  if (chance.is(0.6)) return { name: '旧.docx', content: wordFile(body, { numbering, styles }) };
  const [name, content] = chance.one(texts);
  return { name: `旧${name.slice(name.lastIndexOf('.'))}`, content };
}
