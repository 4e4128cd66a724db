import type { Lines } from '../text/lines.ts';
import { width } from '../text/width.ts';
import type { Offer, Sheet, Style } from '../workbook/sheet.ts';
import { sheetNames } from '../workbook/workbook.ts';
import type { Column, Wanted } from './columns.ts';

/** Numbers that are no numbers: of all of them every digit counts, and the noughts in front. */
const literal =
  /号码|[账帐]号|卡号|证号|身份证|编号|编码|代码|电话|手机|邮编|邮政编码|区号|门牌|户号|文号|[Nn]o\.?$|ID$/;

/** The empty table that a plan wants, and one for each list that its villages have. */
export function blankTable({ columns, grouped, lists }: Wanted, lines: Lines): Sheet[] {
  const key = columns[0]?.name ?? '村名';
  const own = columns.length > 0 ? columns : [column(key)];
  const names = sheetNames(['各村', ...lists.map(({ name }) => name)]);
  const sheets = [sheetOf(names[0] ?? '', own, lines, grouped ? '一个村可以有几行，生成时加 --group。' : '')];
  lists.forEach((list, index) => {
    const about = `一个村可以有几行，“${key}”和第一张表里写得一样；生成时加 --list ${list.name}:${key}。`;
    sheets.push(sheetOf(names[index + 1] ?? '', [column(key), ...list.columns], lines, about));
  });
  return sheets;
}

function column(name: string): Column {
  return { name, uses: [], summed: false };
}

function sheetOf(name: string, columns: readonly Column[], lines: Lines, about: string): Sheet {
  return {
    name,
    columns: columns.map((each) => ({ width: widthOf(each), style: styleOf(each) })),
    names: columns.map((each) => each.name),
    rows: [],
    notes: columns
      .map((each, index) => ({
        column: index,
        text: [index === 0 ? about : '', ...noteOf(each, lines)].filter(Boolean).join('\n'),
      }))
      .filter(({ text }) => text !== ''),
    offers: columns.flatMap(offerOf),
    whole: false,
  };
}

function styleOf({ name, uses, given }: Column): Style {
  if (uses.some(({ use }) => use === 'day')) return 'date';
  return literal.test(name) || /^0\d|^\d{12,}$/.test(given?.text ?? '') ? 'literal' : 'plain';
}

function widthOf({ name, given }: Column): number {
  return Math.min(40, Math.max(10, width(name), width(given?.text ?? '')) + 4);
}

/** What is asked of a cell, what may stay empty, and where it is printed first. */
function noteOf(each: Column, lines: Lines): string[] {
  const { uses, given, summed } = each;
  const style = styleOf(each);
  const words = wordsOf(each);
  const isNeeded = uses.some(({ use }) => use === 'printed' || use === 'day');
  return [
    ...(style === 'date' ? ['填日期，如 2026-03-05。'] : []),
    ...(style === 'literal' ? ['这一列是文本格式：照原样录入，前面的 0、十五位以后的数字都不会丢。'] : []),
    ...(summed ? ['填数，计划里要汇总；单位写在单元格格式里，或者各行写得一样。'] : []),
    ...(words.length > 0 ? [saidOf(each, words)] : []),
    ...(isLines(each) ? ['一格里可以写几行（按 Alt+Enter 换行），一行一个。'] : []),
    ...(given ? [`如 ${given.text.slice(0, 60)}；空着就是这个。`] : []),
    ...(uses.length > 0 && !given
      ? [isNeeded ? '不能空：计划里要印出来。' : isFlag(each) ? '' : '可以空着。']
      : []),
    ...placeOf(each, lines),
  ].filter(Boolean);
}

function isLines({ uses }: Column): boolean {
  return uses.some(({ use }) => use === 'list' || use === 'lines');
}

/** Only asked for, and compared with nothing: a yes or a no. */
function isFlag({ uses }: Column): boolean {
  return uses.length > 0 && uses.every(({ use, word }) => use === 'asked' && word === undefined);
}

/** The words that a value is compared with. */
function wordsOf(each: Column): string[] {
  return isFlag(each) ? ['是', '否'] : [...new Set(each.uses.flatMap(({ word }) => word ?? []))];
}

function saidOf(each: Column, words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`).join('、');
  return isFlag(each) ? '填“是”或者“否”；空着算“否”。' : `填${quoted}的，计划里另有写法；别的照填。`;
}

/** What is longer than Excel takes for a list isn't offered. */
const longest = 255;

function offerOf(each: Column, index: number): Offer[] {
  const about = { column: index, title: [...each.name].slice(0, 16).join('') };
  if (styleOf(each) === 'date') return [{ ...about, text: '填日期，如 2026-03-05。' }];
  const values = wordsOf(each);
  if (values.length === 0 || /[,"]/.test(values.join('')) || values.join(',').length > longest) return [];
  return [{ ...about, values, text: saidOf(each, values).slice(0, longest) }];
}

const around = 14;

function placeOf({ name, uses: [first] }: Column, lines: Lines): string[] {
  if (first === undefined) return [];
  const { text, at } = first.text;
  const last = name.split('.').at(-1) ?? '';
  const bare = text.replace(/\{\{(?:[#/][^{}]*|else)\}\}/g, '');
  const shown = bare.includes(last) ? bare : text;
  const found = Math.max(0, shown.indexOf(last));
  const start = Math.max(shown.lastIndexOf('\n', found) + 1, found - around, 0);
  const [line = ''] = shown.slice(start).split('\n');
  const end = found - start + name.length + around;
  const piece = `${start > 0 ? '…' : ''}${line.slice(0, end)}${end < line.length ? '…' : ''}`;
  const place = lines.position(at(Math.max(0, text.indexOf(last)))).line;
  return [`计划第 ${place} 行：${piece.trim()}`];
}
