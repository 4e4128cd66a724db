import { escapePiece, escapeProse, markupLines, withBoldStars } from '../markup/escape.ts';
import { isText, type Variables } from '../plan/variables.ts';
import type { Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { widerName } from '../text/widened.ts';
import { callsNothing, withoutHelpers } from './bare.ts';
import { compiledAtSecond } from './compiled.ts';
import { failure } from './failure.ts';
import { compileOptions, environment, Handlebars, parseText } from './handlebars.ts';
import { helpersOfPlans, listed } from './helpers.ts';
import { metered } from './meter.ts';
import { empty, missing } from './missing.ts';
import { isDeclared, namesUsed, type Used } from './names.ts';
import { Holders, valueAt } from './scope.ts';
import { type Values, wholeGroup } from './values.ts';

/** The names that texts may use, empty ones among them, and the values of those that have one. */
export interface Context {
  declared: Variables;
  values: Values;
}

/**
 * What becomes of a line break in a value: a paragraph of its own where there are paragraphs, a line of its own in a cell;
 * in a title or a name it is one where the value happened to be wrapped.
 */
export type Breaks = 'paragraph' | 'line' | 'wrap' | 'names';

/** Fills a text of the plan: the result is markup, one paragraph a line; empty after a problem was reported. */
type Fill = (context: Context, report: Report, breaks: Breaks) => string;

const own = environment(helpersOfPlans, listed);
/** For texts that only print names, which most do: Handlebars wraps all helpers anew each time a text is filled. */
const bare = withoutHelpers();
const filling = new WeakMap<Scalar, Fill>();

/** Fills a text; it is compiled once, however often it is filled. */
export function fill(text: Scalar, context: Context, report: Report, breaks: Breaks = 'wrap'): string {
  let filled = filling.get(text);
  if (filled === undefined) {
    filled = compile(text);
    filling.set(text, filled);
  }
  return filled(context, report, breaks);
}

/** The line breaks of values are written as \\n, and no other backslash stands in front of an n. */
function broken(markup: string, breaks: Breaks): string {
  if (breaks === 'line' || !markup.includes('\\n')) return markup;
  const instead = breaks === 'paragraph' ? '\n\n' : '\n';
  return markup.replace(/(?:\\n[ \t\u3000]*)+|\\[^n]/g, (found) =>
    found.startsWith('\\n') ? instead : found,
  );
}

function compile(text: Scalar): Fill {
  const wide = text.text.indexOf('｛｛');
  if (wide >= 0) return (_context, report) => fullWidth(text, wide, report);
  if (!text.text.includes('{{')) {
    const still = paragraphs(escapeProse(text.text)).join('\n');
    return () => still;
  }
  try {
    const program = inertProse(parseText(withBoldStars(text.text)));
    const used = namesUsed(program, text.text);
    const template = compiledAtSecond(callsNothing(program) ? bare : own, program, {
      ...compileOptions,
      strict: true,
    });
    return (context, report, breaks) => {
      const holders = new Holders(context.declared);
      const unknown = used.filter((name) => !isDeclared(holders, name));
      for (const name of unknown) missing(text, name, holders, report);
      let groups = 0;
      for (const name of used) {
        const value = name.printed && name.within === undefined ? valueAt(context.declared, name) : undefined;
        if (isSeveral(value)) several(text, name, report);
        else if (isGroup(value)) group(text, name, report);
        else continue;
        groups++;
      }
      if (unknown.length + groups > 0) return '';
      try {
        const markup = metered(() => template(context.values));
        if (markup.includes(wholeGroup)) return printedGroup(text, report);
        if (breaks === 'names' && markupLines(markup).length > 1) namesOverLines(text, report);
        return paragraphs(broken(markup, breaks)).join('\n');
      } catch (thrown) {
        return fail(text, thrown, report, used);
      }
    };
  } catch (thrown) {
    return (_context, report) => fail(text, thrown, report);
  }
}

/** What is wrong with a text whatever its names mean. */
export function spell(text: Scalar, report: Report): void {
  try {
    parseText(withBoldStars(text.text));
  } catch (thrown) {
    fail(text, thrown, report);
  }
}

/** ｛｛村名｝｝ is what a Chinese keyboard makes of {{村名}}; it would be printed as it is. */
function fullWidth(text: Scalar, index: number, report: Report): string {
  const span = { start: text.at(index), end: text.at(index + 2, 'end') };
  error(
    report,
    'plan/variable',
    span,
    '变量用了全角花括号“｛｛”，会照样印出来。',
    '改成半角花括号：{{村名}}。',
  );
  return '';
}

/** Names with values of their own, or a list of such: neither is a text. */
function isGroup(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isGroup);
  return typeof value === 'object' && value !== null && !isText(value as Variables);
}

/** Several texts, of which nobody can tell what should stand between them. */
function isSeveral(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 1 && !isGroup(value);
}

function several(text: Scalar, { name, start, end }: Used, report: Report): void {
  error(
    report,
    'plan/variable',
    { start: text.at(start), end: text.at(end, 'end') },
    `变量“${name}”是一列值，不知道中间写什么、是不是要加起来。`,
    `写成 {{并列 ${name}}}（中间加顿号）；逐个写用 {{#each ${name}}}{{this}}{{/each}}；batch 要它们的和，用 {{汇总 "${name}" …}}。`,
  );
}

function group(text: Scalar, { name, start, end }: Used, report: Report): void {
  error(
    report,
    'plan/variable',
    { start: text.at(start), end: text.at(end, 'end') },
    `变量“${name}”是一组值，不能整个印出来。`,
    '写出要印的那一个，如 {{支书.姓名}}；列表用 {{#each 名称}}…{{/each}} 逐个写。',
  );
}

/** 张三 and 李四 in a cell of two lines are two people as a rule; what is only a part of a name was too long for its cell. */
function namesOverLines(text: Scalar, report: Report): void {
  if (!/^\{\{[^{}]*\}\}$/.test(text.text.trim())) return;
  report({
    severity: 'warning',
    code: 'plan/names-over-lines',
    start: text.start,
    end: text.end,
    message: `“${text.text.slice(0, 30)}”的值有几行，接成了一个名称。`,
    advice: '是几个名称的，写成 {{并列 名称}}，中间加顿号；是一个的，在值里去掉换行。',
  });
}

/** It was reached by a way that only filling shows, such as {{this}} in a list. */
function printedGroup(text: Scalar, report: Report): string {
  const start = text.text.indexOf('{{');
  const end = text.text.lastIndexOf('}}') + 2;
  error(
    report,
    'plan/variable',
    { start: text.at(start), end: text.at(end, 'end') },
    '这里会把一组值整个印出来。',
    '写出要印的那一个，如 {{this.姓名}}。',
  );
  return '';
}

/** Escapes what the author wrote around the variables; values are escaped already. */
function inertProse(program: hbs.AST.Program): hbs.AST.Program {
  const visitor = new Handlebars.Visitor();
  visitor.ContentStatement = (content) => {
    content.value = escapePiece(content.value);
  };
  // Handlebars adds numbers that stand side by side, as those of @index may.
  visitor.MustacheStatement = (statement) => {
    const path = statement.path as hbs.AST.PathExpression;
    if (!path.data || path.parts[0] === 'root' || statement.params.length > 0) return;
    statement.params = [path];
    statement.path = {
      ...path,
      data: false,
      depth: 0,
      parts: ['并列'],
      original: '并列',
    } as hbs.AST.PathExpression;
  };
  visitor.accept(program);
  return program;
}

/** Rows of a table may be wrapped like this; entries of a list may not. */
const acrossEntries =
  '开头和末尾要在同一段文字里，不能各占一条。可有可无的一条，把条件写在它的内容里：- 防汛: "{{#if 水库}}……{{/if}}"，内容空了，标题也不印。';

function fail(text: Scalar, thrown: unknown, report: Report, used: readonly Used[] = []): string {
  const { line, column, message, name, advice: known } = failure(thrown);
  const lines = text.text.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const here = lines[line - 1] ?? '';
  const start = from + (column ?? Math.max(0, here.indexOf('{{')));
  const end = text.text.indexOf('}}', start);
  const behind = end < 0 ? from + here.length : end + 2;
  const span = { start: text.at(start), end: text.at(behind, 'end') };
  if (name !== undefined) {
    const named = used.find((each) => each.start === start);
    return empty(span, named ?? { name }, report);
  }
  const advice =
    known ??
    widerName(column === undefined ? text.text : text.text.slice(start, behind)) ??
    (/^\{\{(?:[#^/]|else\b)[^{}]*\}\}$/.test(text.text.trim()) ? acrossEntries : undefined) ??
    '变量写成 {{村名}}，条件写成 {{#if 名称}}…{{/if}}，都用半角花括号。';
  error(report, 'plan/variable', span, message, advice);
  return '';
}
