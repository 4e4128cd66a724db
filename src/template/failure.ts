import { Endless } from './meter.ts';
import { Misspelt } from './misspelt.ts';
import { wholeGroup } from './values.ts';

export interface Failure {
  /** From 1, as Handlebars counts. */
  line: number;
  /** From 0; undefined where Handlebars knows only the line. */
  column?: number;
  message: string;
  /** The variable that has no value. */
  name?: string;
  /** What to do, where it isn't about how variables are written. */
  advice?: string;
}

/** Turns whatever is thrown by a text or a template into a place and a Chinese sentence. */
export function failure(thrown: unknown): Failure {
  if (thrown instanceof Misspelt)
    return { line: thrown.line, column: thrown.column, message: thrown.message };
  if (thrown instanceof Endless) return { line: 1, message: thrown.message };
  const { message, lineNumber, column } = thrown as { message: string; lineNumber?: number; column?: number };
  const missing =
    /^"(.+)" not defined in/.exec(message) ?? /^Cannot use 'in' operator to search for '(.+?)'/.exec(message);
  const helper = /unknown helper (\S+)/.exec(message);
  const partial = /The partial (\S+) could not be found/.exec(message);
  const wordy = /^no whole number: (.*)/s.exec(message);
  const day = /^no date: (.*) as (.*)/s.exec(message);
  const unclosed = /^(\S+) doesn't match (\S+)/.exec(message);
  const parse = /(?:Parse|Lexical) error on line (\d+)/.exec(message);
  const path = /^Invalid path: (\S+)/.exec(message);
  const line = lineNumber ?? Number(parse?.[1] ?? 1);
  const at = { line, ...(column !== undefined && { column }) };
  if (missing?.[1]) return { ...at, message: `变量“${missing[1]}”没有值。`, name: missing[1] };
  if (helper) return { ...at, message: `没有“${helper[1]}”这个写法；变量名里不能有空格。` };
  if (partial) return { ...at, message: `找不到模板片段“${partial[1]}”。` };
  if (path) return { ...at, message: `“${path[1]}…”不是变量名；“../”只写在最前面。` };
  if (message === 'list compared')
    return { ...at, message: '这里是一列值，不能和一个词比；问里面有没有，写 {{#if (含 名称 "词")}}。' };
  if (message === 'no parties')
    return { ...at, message: '“依次括注”要的是责任各方，每一项有“单位”；别的用“括注”写。' };
  if ((wordy ?? day)?.[1]?.includes(wholeGroup))
    return {
      ...at,
      message: '这里是一列值或一组值，不是一个；写出要用的那一个，或用 {{#each 名称}} 逐个写。',
    };
  if (wordy)
    return {
      ...at,
      message: `“${wordy[1]}”不是 0、1、2 这样的数，不能写成汉字数目。`,
      advice: '给它一个整数；不是整数的照原样印，直接写名称。',
    };
  if (day)
    return {
      ...at,
      message: `“${day[1]}”不是日期，或者没有写到哪一天、几点，不能写成“${day[2]}”。`,
      advice: '值写成 2026-03-05，要几点的写 2026-03-05 09:30；样子里用 yyyy、M、d、H、mm、星期。',
    };
  if (unclosed) return { ...at, message: `“{{#${unclosed[1]}}}”和“{{/${unclosed[2]}}}”不配对。` };
  if (parse) return { ...at, message: '“{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。' };
  if (thrown instanceof RangeError) throw thrown;
  return { ...at, message: `“{{ }}”里的写法认不出（${message.split('\n')[0]?.slice(0, 80)}）。` };
}
