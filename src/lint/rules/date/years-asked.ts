import type { Passage } from '../../passage.ts';
import { duesIn, looksBack } from './demands.ts';

const year = String.raw`((?:19|20)\d{2})(?<!\d年[、和与與至—-]\d{4})年`;
/** What is made in this year for the one before: 2025年度考核, 2025年决算. */
const account =
  '(?!度?(?:工作)?(?:考核|考[评評]|决算|決算|总结|總結|年[报報]|报告|報告|审计|審計|述[职職]|[评評]|[汇匯]算|经费|經費|[资資]金|[项項]目))';
/** What is still to be done by a year, or in it. */
const ahead = [
  `(?:[确確]保|力[争爭]|[争爭]取|[务務]必|保[证證]|努力|(?<!已)[实實][现現])(?:在|到|于|於)?${year}${account}`,
  `${year}[，,]?(?:要(?!求)|[将將]|[计計][划劃]|力[争爭]|[确確]保)`,
  `${year}(?:全年|年?[内內])[，,]?(?:不|[无無]|零|[实實][现現]|完成|力[争爭])`,
].map((source) => new RegExp(source, 'g'));
/** A title that says what a year is to bring. */
const titled = new RegExp(
  `^\\0*${year}度?(?:主要|重[点點]|[总總][体體])?(?:工作)?(?:目[标標]|任[务務]|[计計][划劃]|安排|打算|措施|要[点點])`,
  'g',
);

/** An attachment that says what a year is to bring, by its last words. */
const attached = new RegExp(
  `${year}.{0,200}(?:任[务務]|[计計][划劃]|安排|要[点點]|方案|措施|分工|[进進]度|[时時][间間]表)[清单單一览覽表]*$`,
  'g',
);

/** The years that a paragraph asks something for, by their places. */
export function yearsAsked(passage: Passage): Map<number, number> {
  const text = passage.outside('bookTitle', 'quote', 'documentNumber');
  const found = new Map<number, number>();
  for (const { year, from } of duesIn(text)) if (year !== undefined) found.set(from, year);
  if (!/\d{4}年/.test(text)) return found;
  const titles = passage.path === 'attachments/title' ? [attached] : passage.kind === 'title' ? [titled] : [];
  for (const pattern of [...ahead, ...titles])
    for (const { index, 0: matched, 1: typed = '' } of text.matchAll(pattern)) {
      const from = index + matched.indexOf(typed);
      if (!looksBack(text, from)) found.set(from, Number(typed));
    }
  return found;
}
