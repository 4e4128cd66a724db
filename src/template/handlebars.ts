import type { HelperDelegate } from 'handlebars';
import Handlebars from 'handlebars';
import { helpersOfPlans } from './helpers.ts';
import { watched } from './watched.ts';

/** They ask only whether there is a text, and a text with a word in it is there whatever the word says. */
const indifferent = new Set(['if', 'unless', '有', '写了', '项']);

/** An environment of our own, with nothing in it that a data file could misuse. */
export function environment(helpers: Record<string, HelperDelegate>): typeof Handlebars {
  const own = Handlebars.create();
  own.unregisterHelper('log');
  for (const [name, helper] of Object.entries({ ...helpers, lookup: own.helpers['lookup'] }))
    if (helper) own.registerHelper(name, indifferent.has(name) ? helper : watched(helper));
  return own;
}

const known = Object.fromEntries(
  [...Object.keys(helpersOfPlans), 'each', 'with', 'lookup', '部分'].map((name) => [name, true]),
);

/**
 * Values are escaped before they come here, so Handlebars itself must not (it would write &amp;);
 * a helper that doesn't exist is a mistake and not an empty text.
 */
export const compileOptions: CompileOptions = {
  noEscape: true,
  preventIndent: true,
  knownHelpers: known,
  knownHelpersOnly: true,
};

/** Reads a text of a plan. */
export function parseText(text: string): hbs.AST.Program {
  const program = Handlebars.parse(text);
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = figure;
  visitor.accept(program);
  return program;
}

/**
 * {{汇总 "户数" 镇}} and {{计数 镇}} are figures over the table of a batch. They come like any other variable, by the
 * names 汇总.户数/镇 and 计数./镇.
 */
function figure(statement: hbs.AST.MustacheStatement): void {
  const path = statement.path as hbs.AST.PathExpression;
  const words = statement.params.map((param) => Reflect.get(param, 'original') as unknown);
  if (!words.every((word): word is string => typeof word === 'string')) return;
  const counts = path.original === '计数' && words.length <= 1;
  if (!counts && !(path.original === '汇总' && (words.length === 1 || words.length === 2))) return;
  const [what = '', by] = counts ? ['', words[0]] : words;
  const name = by === undefined ? what : `${what}/${by}`;
  const parts = [path.original, ...name.split('.')];
  statement.path = { ...path, parts, original: `${path.original}.${name}` } as hbs.AST.PathExpression;
  statement.params = [];
}

export interface Failure {
  /** From 1, as Handlebars counts. */
  line: number;
  /** From 0; undefined where Handlebars knows only the line. */
  column?: number;
  message: string;
  /** The variable that has no value. */
  name?: string;
}

/** Turns what Handlebars throws into a place and a Chinese sentence. */
export function failure(thrown: unknown): Failure {
  const { message, lineNumber, column } = thrown as { message: string; lineNumber?: number; column?: number };
  const missing =
    /^"(.+)" not defined in/.exec(message) ?? /^Cannot use 'in' operator to search for '(.+?)'/.exec(message);
  const misused = /^(no number sign before|one name wanted by) (\S+)/.exec(message);
  const helper = /unknown helper (\S+)/.exec(message);
  const partial = /The partial (\S+) could not be found/.exec(message);
  const whole = /^all names at once: (\S+)/.exec(message);
  const wordy = /^no whole number: (.*)/s.exec(message);
  const group = message === 'no text';
  const unclosed = /^(\S+) doesn't match (\S+)/.exec(message);
  const parse = /Parse error on line (\d+)/.exec(message);
  const line = lineNumber ?? Number(parse?.[1] ?? 1);
  const at = { line, ...(column !== undefined && { column }) };
  if (missing?.[1]) return { ...at, message: `变量“${missing[1]}”没有值。`, name: missing[1] };
  if (misused)
    return {
      ...at,
      message: misused[1]?.startsWith('no')
        ? `“${misused[2]}”前面少了“#”。`
        : `“{{#${misused[2]}}}”后面要写一个名称。`,
    };
  if (helper) return { ...at, message: `没有“${helper[1]}”这个写法；变量名里不能有空格。` };
  if (partial) return { ...at, message: `找不到模板片段“${partial[1]}”。` };
  if (whole) return { ...at, message: `“${whole[1]}”是所有的变量，不能整个印出来。` };
  if (wordy) return { ...at, message: `“${wordy[1]}”不是数字，不能写成汉字数目。` };
  if (group) return { ...at, message: '这里要一段文字，给的却是一组值，不能整个印出来。' };
  if (unclosed) return { ...at, message: `“{{#${unclosed[1]}}}”和“{{/${unclosed[2]}}}”不配对。` };
  if (parse) return { ...at, message: '“{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。' };
  throw thrown;
}

export { Handlebars };
