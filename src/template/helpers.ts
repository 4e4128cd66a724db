import type { HelperDelegate } from 'handlebars';
import { escapeValue, oneLine } from '../markup/escape.ts';
import { han } from '../text/numerals.ts';

/** The words a condition takes for no; a table of villages has 否 or 0 where a program would have false. */
const no = new Set(['', '0', '否', '无', 'false', 'no']);

/** Whether a condition holds for a value of a plan or of a table. */
function holds(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'string') return !no.has(value.toLowerCase());
  return Boolean(value);
}

type Block = Handlebars.HelperOptions;

/** {{#if 有企业}}…{{else}}…{{/if}} */
function ifHelper(this: unknown, value: unknown, options: Block): string {
  return holds(value) ? options.fn(this) : options.inverse(this);
}

function unlessHelper(this: unknown, value: unknown, options: Block): string {
  return holds(value) ? options.inverse(this) : options.fn(this);
}

/** {{#if (等于 类型 "社区")}}: plan values are escaped markup by then, so the word is compared in that form too. */
function equal(left: unknown, right: unknown): boolean {
  return text(left) === text(right) || text(left) === escapeValue(text(right));
}

/** {{#if (含 合并 "项目")}}: whether a list has the word. */
function includes(list: unknown, word: unknown): boolean {
  return Array.isArray(list) && list.some((each) => equal(each, word));
}

/** {{列名 合并 "任务"}} → ^ 任务: the head of a column, marked where equal cells below it become one. */
function columnName(merged: unknown, name: unknown): string {
  return (includes(merged, name) ? '^ ' : '') + cell(name);
}

/** {{汉字 3}} → 三 */
function hanNumber(value: unknown): string {
  const number = Number(value);
  if (text(value) === '' || !Number.isInteger(number) || number < 0)
    throw new Error(`no whole number: ${text(value)}`);
  return han(number);
}

/** {{并列 牵头}} → 综治办、司法所 */
function joined(value: unknown): string {
  return (Array.isArray(value) ? value : [value]).map(text).filter(Boolean).join('、');
}

/** {{#列举 依据}}…{{/列举}} joins what is made of each entry; between 》 and 《 no 、 is used (GB/T 15834—2011 4.5.3.5). */
function enumerated(list: unknown, options: Block): string {
  const entries = Array.isArray(list) ? list.map((entry) => options.fn(entry).trim()).filter(Boolean) : [];
  return entries.reduce(
    (text, entry) =>
      text === '' || (text.endsWith('》') && entry.startsWith('《')) ? text + entry : `${text}、${entry}`,
    '',
  );
}

/** {{句 内容}} adds 。 where a text doesn't end like a sentence. */
function sentence(value: unknown): string {
  const words = text(value);
  return words === '' || /[。！？；：…](?:[”’）》]|\*\*)*$/.test(words) ? words : `${words}。`;
}

/** {{格 措施}} puts a text of several paragraphs into one cell; a cell of dashes isn't the line under a head. */
function cell(value: unknown): string {
  return oneLine(joined(value)).replace(/^-/, '\\-');
}

/** {{括注 "牵头单位：" 牵头 "完成时限：" 时限}} → （牵头单位：综治办；完成时限：9月底），leaving out what is missing. */
function inBrackets(...pairs: unknown[]): string {
  const notes: string[] = [];
  for (let index = 0; index + 2 < pairs.length; index += 2) {
    const value = joined(pairs[index + 1]);
    if (value !== '') notes.push(text(pairs[index]) + value);
  }
  return notes.length === 0 ? '' : `（${notes.join('；')}）`;
}

function text(value: unknown): string {
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** What templates and texts of plans may call, beside the each, with and lookup of Handlebars. */
export const helpers = {
  if: ifHelper,
  unless: unlessHelper,
  等于: equal,
  含: includes,
  列名: columnName,
  汉字: hanNumber,
  并列: joined,
  列举: enumerated,
  句: sentence,
  格: cell,
  括注: inBrackets,
} as Record<string, HelperDelegate>;
