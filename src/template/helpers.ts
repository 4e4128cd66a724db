import type { HelperDelegate } from 'handlebars';
import { escapeValue, markupLines, oneLine } from '../markup/escape.ts';
import { inForm, parseDate } from '../text/dates.ts';
import { han } from '../text/numerals.ts';
import {
  type Block,
  conditions,
  contains,
  equal,
  holds,
  includes,
  isFilled,
  isThere,
  mentions,
  same,
  spelt,
  text,
} from './conditions.ts';
import { paid } from './meter.ts';
import { behind, bracketed, groupName, isLeadIn, part, withoutEnding, withoutMark } from './wording.ts';

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

/** {{日期 开工 "M月"}} → 3月 */
function dateIn(value: unknown, form: unknown): string {
  const [days = '', hours, minutes, seconds] =
    text(value)
      .replace(/\\/g, '')
      .split(/(?<=日)(\d{1,2}):(\d{2})(?::(\d{2}))?$/) ?? [];
  const date = parseDate(days);
  const time = hours === undefined ? undefined : timeOf(hours, minutes, seconds);
  const written = date && inForm(date, text(form), time);
  if (written === undefined) throw new Error(`no date: ${text(value)} as ${text(form)}`);
  return escapeValue(written);
}

function timeOf(hours: string, minutes = '0', seconds = '0') {
  return { hours: Number(hours), minutes: Number(minutes), seconds: Number(seconds) };
}

/** {{并列 牵头}} → 综治办、司法所 */
function joined(value: unknown): string {
  const words = (Array.isArray(value) ? value : [value]).map(text).filter(Boolean);
  return words.map((each, index) => (index < words.length - 1 ? withoutMark(each) : each)).join('、');
}

/** {{#列举 依据}}…{{/列举}} joins what is made of each entry; between 》 and 《 no 、 is used (GB/T 15834—2011 4.5.3.5). */
function enumerated(list: unknown, options: Block): string {
  // A group is nothing that could be printed, and a text is a list of one.
  if (typeof list === 'object' && !Array.isArray(list)) return text(list);
  const all = Array.isArray(list) ? list : [list].filter(isThere);
  const entries = all
    .map((entry, index) => paid(options.fn(entry, { blockParams: [entry, index] }).trim()))
    .filter((entry) => withoutMark(entry) !== '');
  return entries
    .map((entry, index) => {
      const next = entries[index + 1];
      if (next === undefined || (entry.endsWith('》') && next.startsWith('《'))) return entry;
      return `${withoutMark(entry)}、`;
    })
    .join('');
}

/** {{#项 级}}…{{/项}} → ###. …: a numbered paragraph, or nothing where there is no text for it. */
function numberedText(this: unknown, marks: unknown, options: Block): string {
  const words = options.fn(this).trim();
  return words === '' ? '' : `${text(marks)}. ${words}`;
}

/** {{句 内容}} adds 。 where a text doesn't end like a sentence; a list becomes one, its entries parted by ；. */
function sentence(value: unknown): string {
  const words = Array.isArray(value) ? value.map((each) => withoutMark(text(each))).join('；') : text(value);
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
    const label = text(pairs[index]);
    const value = behind(label, part(joined(pairs[index + 1])));
    if (value !== '') notes.push(label + value);
  }
  return notes.length === 0 ? '' : `（${notes.join('；')}）`;
}

/** {{依次括注 各方 牵头="牵头单位：" 时限="完成时限："}}: the same in the order of a list, some of it called as its author calls it. */
function inOrderOf(list: unknown, { hash }: Handlebars.HelperOptions): string {
  const entries = Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
  const all = entries.flatMap((each) => {
    const own = withoutMark(text(each['称呼']));
    return [hash[text(each['项'])] ?? (own && `${own}：`), each['单位']];
  });
  return inBrackets(...all, undefined);
}

/** What templates and texts of plans may call, beside the each, with and lookup of Handlebars. */
const common = {
  等于: equal,
  含: includes,
  提到: mentions,
  列名: columnName,
  汉字: hanNumber,
  写日期: dateIn,
  并列: joined,
  列举: enumerated,
  项: numberedText,
  句: sentence,
  格: cell,
  括注: inBrackets,
  依次括注: inOrderOf,
  /** {{#unless (写了 结语)}}: whether it was written at all, be it to say that none is wanted. */
  写了: (value: unknown) => value !== undefined && value !== null,
  /** {{短 设在}} → 平安办, as it stands within a sentence, though 平安办。 was written. */
  短: (value: unknown, ...endings: unknown[]) =>
    withoutEnding(withoutMark(joined(value)), endings.slice(0, -1).map(text)),
  /** {{不重 "成立" 名称}}: the value without what stands in front of it already. */
  不重: (...words: unknown[]) => {
    const texts = words.slice(0, -1).map(text);
    return behind(texts.slice(0, -1).join(''), texts.at(-1) ?? '');
  },
  /** {{#if (有 内容 分述)}}: whether any of them is there. */
  有: (...values: unknown[]) => values.slice(0, -1).some(isThere),
  /** {{#if (开头是 表注 "注：")}} */
  开头是: (value: unknown, ...words: unknown[]) =>
    words.slice(0, -1).some((word) => spelt(word).some((each) => text(value).startsWith(each))),
  /** {{括起 附注}} → （附注）, once. */
  括起: (value: unknown) => bracketed(text(value), '（', '）'),
  书名: (value: unknown) => bracketed(text(value), '《', '》'),
  /** {{组名 名称 标题 "领导小组"}}: the name of a group, or the title that is one, or what it is called else. */
  组名: (name: unknown, title: unknown, usual: unknown) =>
    groupName(text(name), text(title), typeof usual === 'string' ? usual : undefined),
  /** {{#if (引出 导语 内容)}}: whether the words before lead to a list of names. */
  引出: (...words: unknown[]) => isLeadIn(words.slice(0, -1).map(text)),
};

/** {{lookup 支书 "姓名"}}; what isn't there has no value, as for any other name. */
function lookup(group: unknown, name: unknown): unknown {
  const key = text(name);
  if (typeof group !== 'object' || group === null || !Object.hasOwn(group, key))
    throw new Error(`"${key}" not defined in`);
  return Reflect.get(group, key);
}

/** A text of several lines as a list of them, as cells of spreadsheets hold lists. */
export function listed(value: unknown): unknown {
  return typeof value === 'string' ? markupLines(value) : value;
}

/** An author's own list is in this order only if it has what the parties of a task have. */
function ownInOrder(list: unknown, options: Handlebars.HelperOptions): string {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [list].filter(isThere);
  if (!entries.every((each) => typeof each === 'object' && each !== null && '单位' in each))
    throw new Error('no parties');
  return inOrderOf(list, options);
}

const ofPlans = {
  lookup,
  依次括注: ownInOrder,
  等于: same,
  含: contains,
  并列: (value: unknown) => joined(listed(value)),
  列举: (list: unknown, options: Block) => enumerated(listed(list), options),
  有: (...values: unknown[]) => values.slice(0, -1).some(isFilled),
  ...conditions(holds),
};

export const helpersOfPlans = { ...common, ...ofPlans } as Record<string, HelperDelegate>;
export const helpersOfTemplates = { ...common, ...conditions(isThere) } as Record<string, HelperDelegate>;
