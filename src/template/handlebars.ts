import Handlebars from 'handlebars';
import { helpers } from './helpers.ts';

/** An environment of our own, with nothing in it that a data file could misuse. */
export function environment(): typeof Handlebars {
  const own = Handlebars.create();
  own.unregisterHelper('log');
  own.registerHelper(helpers);
  return own;
}

const known = Object.fromEntries(
  [...Object.keys(helpers), 'each', 'with', 'lookup', '部分'].map((name) => [name, true]),
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

export interface Failure {
  /** From 1, as Handlebars counts. */
  line: number;
  /** From 0; undefined where Handlebars knows only the line. */
  column?: number;
  message: string;
}

/** Turns what Handlebars throws into a place and a Chinese sentence. */
export function failure(thrown: unknown): Failure {
  const { message, lineNumber, column } = thrown as { message: string; lineNumber?: number; column?: number };
  const missing =
    /^"(.+)" not defined in/.exec(message) ?? /^Cannot use 'in' operator to search for '(.+?)'/.exec(message);
  const misused = /^(no number sign before|one name wanted by) (\S+)/.exec(message);
  const helper = /unknown helper (\S+)/.exec(message);
  const partial = /The partial (\S+) could not be found/.exec(message);
  const unclosed = /^(\S+) doesn't match (\S+)/.exec(message);
  const parse = /Parse error on line (\d+)/.exec(message);
  const line = lineNumber ?? Number(parse?.[1] ?? 1);
  const at = { line, ...(column !== undefined && { column }) };
  if (missing) return { ...at, message: `变量“${missing[1]}”没有值。` };
  if (misused)
    return {
      ...at,
      message: misused[1]?.startsWith('no')
        ? `“${misused[2]}”前面少了“#”。`
        : `“{{#${misused[2]}}}”后面要写一个名称。`,
    };
  if (helper) return { ...at, message: `没有“${helper[1]}”这个写法；变量名里不能有空格。` };
  if (partial) return { ...at, message: `找不到模板片段“${partial[1]}”。` };
  if (unclosed) return { ...at, message: `“{{#${unclosed[1]}}}”和“{{/${unclosed[2]}}}”不配对。` };
  if (parse) return { ...at, message: '“{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。' };
  throw thrown;
}

export { Handlebars };
