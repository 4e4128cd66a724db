import type { HelperDelegate } from 'handlebars';
import Handlebars from 'handlebars';
import { bounded } from './bounds.ts';
import { helpersOfPlans } from './helpers.ts';
import { spoken } from './language.ts';
import { paid, round, spend } from './meter.ts';
import { unveiled, veiled } from './odd-names.ts';
import { plainNames } from './plain-names.ts';
import { watched } from './watched.ts';

/** They ask only whether there is a text, and a text with a word in it is there whatever the word says. */
const indifferent = new Set(['if', 'unless', '有', '写了', '项']);

/** An environment of our own, with nothing in it that a data file could misuse; `listed` is what a value is gone through as. */
export function environment(
  helpers: Record<string, HelperDelegate>,
  listed: (value: unknown) => unknown = (value) => value,
): typeof Handlebars {
  const own = Handlebars.create();
  const { each, lookup } = own.helpers;
  // Partials are found by their names, and those of Object.prototype are none.
  Object.assign(own, { partials: Object.create(null) });
  own.registerHelper('log', () => {
    throw new Error('unknown helper log');
  });
  for (const [name, helper] of Object.entries({ lookup, ...helpers }))
    if (helper) own.registerHelper(name, indifferent.has(name) ? helper : watched(helper));
  if (each) own.registerHelper('each', counted(each, listed));
  return own;
}

/** Goes through a list step by step. */
function counted(each: HelperDelegate, listed: (value: unknown) => unknown): HelperDelegate {
  return function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const fn: typeof options.fn = (context, more) => {
      spend(round);
      return options.fn(context, more);
    };
    return paid(each.call(this, listed(list), { ...options, fn }));
  };
}

const builtIn = new Set(['if', 'unless', 'each', 'with', 'lookup']);
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

/** 计数 alone counts the rows of a table. */
const isWord = (name: string) => Object.hasOwn(known, name) || name === '计数';

/** Reads a text of a plan; throws where it isn't written in the language of plans. */
export function parseText(text: string): hbs.AST.Program {
  bounded(text);
  const plain = plainNames(text, isWord);
  if (plain) return plain;
  const program = Handlebars.parse(veiled(text));
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    path.original = unveiled(path.original);
    path.parts = path.parts.map(unveiled);
  };
  visitor.accept(program);
  visitor.MustacheStatement = (statement) => {
    figure(statement);
    dated(statement);
    numbered(statement);
    visitor.acceptArray(statement.params);
  };
  visitor.SubExpression = (expression) => {
    dated(expression);
    numbered(expression);
    visitor.acceptArray(expression.params);
  };
  const { BlockStatement: inside } = visitor;
  visitor.BlockStatement = (block) => {
    block.params = block.params.map((each) => (each.type === 'NumberLiteral' ? named(each) : each));
    inside.call(visitor, block);
  };
  visitor.accept(program);
  spoken(program);
  return program;
}

/** In {{句 2026}} and (等于 2026 "是") it is the column of that name as well; {{汉字 3}} is about the number. */
function numbered({ path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
  const [first, second] = params;
  const word = String(Reflect.get(path, 'original'));
  const isCompared = word === '等于' && second?.type.endsWith('Literal');
  const isWhole = first?.type === 'NumberLiteral' && /^\d+$/.test(String(Reflect.get(first, 'original')));
  if (first && isWhole && (isCompared || ofValues.has(word))) params[0] = named(first);
}

const ofValues = new Set('句 并列 格 短 括起 书名 含 提到 开头是 有 写了 引出 组名 依次括注'.split(' '));

/** {{日期 开工 "M月"}} is a word of its own, since {{日期}} is the date of the document. */
function dated({ path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
  if (params.length > 0 && Reflect.get(path, 'original') === '日期')
    Object.assign(path, { parts: ['写日期'], original: '写日期' });
}

/**
 * {{汇总 "户数" 镇}} and {{计数 镇}} are figures over the table of a batch. They come like any other variable, by the
 * names 汇总.户数/镇 and 计数./镇.
 */
function figure(statement: hbs.AST.MustacheStatement): void {
  const path = named(statement.path);
  if (statement.params.length === 0) {
    statement.path = path;
    alone(statement);
  }
  const words = statement.params.map(({ type, ...param }) => {
    const word: unknown = Reflect.get(param, 'original');
    return type === 'NumberLiteral' ? String(word) : word;
  });
  if (!words.every((word): word is string => typeof word === 'string')) return;
  const counts = path.original === '计数' && words.length <= 1;
  if (!counts && !(path.original === '汇总' && (words.length === 1 || words.length === 2))) return;
  const [what = '', by] = counts ? ['', words[0]] : words;
  const name = [what, ...(by === undefined ? [] : [by])].map((each) => each.replace(/\.$/, '')).join('/');
  // They are the table's, in a loop as well.
  const parts = ['root', path.original, ...name.split('.')];
  const original = `${path.original}.${name}`;
  statement.path = { ...path, data: true, parts, original } as hbs.AST.PathExpression;
  statement.params = [];
}

/** A word of ours that stands alone is a name. */
export function alone(statement: hbs.AST.MustacheStatement): void {
  const path = statement.path as hbs.AST.PathExpression;
  const isOurs = Object.hasOwn(known, path.original) && !builtIn.has(path.original);
  if (isOurs && statement.params.length === 0 && !statement.hash)
    statement.path = { ...path, original: `./${path.original}` } as hbs.AST.PathExpression;
}

/** {{2026}} and {{#if 2026}} are about the column of that name. */
function named(path: hbs.AST.Node): hbs.AST.PathExpression {
  const original = String(Reflect.get(path, 'original'));
  if (path.type === 'PathExpression') return path as hbs.AST.PathExpression;
  return { type: 'PathExpression', data: false, depth: 0, parts: [original], original, loc: path.loc };
}

export { Handlebars };
