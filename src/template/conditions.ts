import type { HelperOptions } from 'handlebars';
import { escapeValue } from '../markup/escape.ts';
import { inSentence } from '../text/dates.ts';
import { narrowed } from '../text/narrowed.ts';
import { round, spend } from './meter.ts';

export type Block = HelperOptions;

/** The words a condition in a plan takes for no; a table of villages has 否 or 0 where a program would have false. */
const no = new Set([
  ...['', '0', '否', '无', '没有', '暂无', '不是', 'false', 'no', 'n'],
  // What stands beside √ and ☑, and what stands for nothing.
  ...['×', '✕', '✖', '✗', '✘', '╳', '☒', '□', '☐', '/', '／', '-', '－', '–', '—', '——'],
]);

/** Whether a condition in a plan holds for a value of a plan or of a table. */
export function holds(value: unknown): boolean {
  if (typeof value === 'string')
    return !no.has(value.toLowerCase()) && !/^[0０](?:[.．][0０]+)?$/.test(value);
  return isFilled(value);
}

/** Whether there is anything to print; of a group whose names have no values there is nothing. */
export function isFilled(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return isThere(value);
  return Object.values(value).some(isFilled);
}

/** Whether there is anything to print: what an author wrote is there, be it 无 or 0. */
export function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** {{#if 有企业}}…{{else}}…{{/if}} and its opposite. */
export function conditions(hold: (value: unknown) => boolean) {
  return {
    if(this: unknown, value: unknown, options: Block): string {
      return hold(value) ? options.fn(this) : options.inverse(this);
    },
    unless(this: unknown, value: unknown, options: Block): string {
      return hold(value) ? options.inverse(this) : options.fn(this);
    },
  };
}

/** {{#if (等于 类型 "社区")}}: plan values are escaped markup by then, so the word is compared in that form too. */
export function equal(left: unknown, right: unknown): boolean {
  return spelt(right).includes(text(left));
}

/** {{#if (含 合并 "项目")}}: whether a list has the word. */
export function includes(list: unknown, word: unknown): boolean {
  return Array.isArray(list) && list.some((each) => equal(each, word));
}

/** The same of a list in a plan, or whether a text has the word in it. */
export function contains(value: unknown, word: unknown): boolean {
  if (typeof value !== 'string') return includes(value, word);
  return text(word) !== '' && spelt(word).some((each) => value.includes(each));
}

/** {{#if (等于 户 "3")}} of a list of several would be no, whatever they are. */
export function same(left: unknown, right: unknown): boolean {
  for (const value of [left, right])
    if (Array.isArray(value) && value.length > 1) throw new Error('list compared');
  return equal(narrow(left), narrow(right));
}

/** ３ and 3 are the same to whoever types them. */
function narrow(value: unknown): string {
  return text(value).replace(/[０-９Ａ-Ｚａ-ｚ]/g, narrowed);
}

/** A word of an author, and as it stands in values, which are escaped markup by then. */
export function spelt(word: unknown): string[] {
  return [text(word), escapeValue(inSentence(text(word)))];
}

/** {{#unless (提到 @root "通知如下|特此通知")}}: whether one of the words stands anywhere in it. */
export function mentions(value: unknown, words: unknown): boolean {
  spend(round);
  if (typeof value === 'string') {
    spend(value.length / 10);
    return text(words)
      .split('|')
      .some((word) => spelt(word).some((each) => value.includes(each)));
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => mentions(each, words));
}

export function text(value: unknown): string {
  return value === undefined || value === null || value === false ? '' : String(value);
}
