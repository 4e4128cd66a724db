import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { variablesFrom } from '../src/plan/variables.ts';
import { compose, TemplateError } from '../src/template/compose.ts';
import { fill } from '../src/template/fill.ts';
import { escaped } from '../src/template/values.ts';
import { folder, pingan } from './run.ts';

/** What a text becomes, or the sentences that refuse it. Whatever is thrown is a fault of ours. */
function filled(text: string, values = variablesFrom({ 村名: '柳溪村' })): string {
  const said: string[] = [];
  const made = fill(
    { kind: 'scalar', text, start: 0, end: text.length, at: (index) => index },
    { declared: values, values: escaped(values) },
    ({ message }) => void said.push(message),
  );
  return said.join('') || made;
}

const nested = (open: string, count: number) => `${open.repeat(count)}一${'{{/if}}'.repeat(count)}`;
const chain = (count: number) => `{{#if 村名}}一${'{{else if 村名}}二'.repeat(count)}{{/if}}`;
const within = (count: number) => `{{#if ${'(有 '.repeat(count)}村名${')'.repeat(count)}}}一{{/if}}`;

describe('size and depth of texts are bounded before they are parsed', () => {
  test.each<[string, string, string]>([
    ['30 conditions within each other', nested('{{#if 村名}}', 30), '一'],
    ['31', nested('{{#if 村名}}', 31), '超过 30 层'],
    ['10,000', nested('{{#if 村名}}', 10_000), '超过 30 层'],
    ['1,000 in other notations', nested('{{~ #if 村名 ~}}', 1000), '超过 30 层'],
    ['1,000 the other way round', '{{^村名}}'.repeat(1000), '超过 30 层'],
    ['29 times “else if”', chain(29), '一'],
    ['30 times', chain(30), '超过 30 层'],
    ['1,900 times', chain(1900), '超过 30 层'],
    ['1,900 times, nobody began', '{{else if 村名}}'.repeat(1900), '“{{ }}”写得不对'],
    ['50 brackets within each other', within(50), '一'],
    ['51', within(51), '括号超过 50 对'],
    ['100,000', within(100_000), '括号超过 50 对'],
    ['2,000 names', '{{村名}}'.repeat(2000), '柳溪村'.repeat(2000)],
    ['2,001', '{{村名}}'.repeat(2001), '超过 2000 处；分成几段来写'],
    ['braces', '{'.repeat(100_000), '“{{ }}”写得不对'],
    ['braces side by side', '{{'.repeat(1999), '“{{ }}”写得不对'],
    ['a comment without an end', `{{!--${'-'.repeat(100_000)}`, '“{{ }}”写得不对'],
    ['a string without an end', `{{并列 "${'a'.repeat(100_000)}`, '“{{ }}”写得不对'],
    ['a long name', `{{${'村'.repeat(100_000)}}}`, '没有值'],
    ['a long path', `{{${'村.'.repeat(100_000)}名}}`, '没有值'],
    ['ends without beginnings', '{{/if}}'.repeat(1999), '“{{ }}”写得不对'],
  ])('%s', (_, text, message) => expect(filled(text)).toContain(message));

  test('one after the other they may be many', () => {
    expect(filled('{{#if 村名}}一{{else if 村名}}二{{/if}}'.repeat(600))).toBe('一'.repeat(600));
  });
});

test('lists within lists come to an end', () => {
  const entry = (text: string) => ({ kind: 'scalar' as const, text, start: 0, end: 0, at: () => 0 });
  const values = { ...variablesFrom({}), 村: Array.from({ length: 300 }, (_, index) => entry(`${index}`)) };
  const loop = (depth: number) => `${'{{#each @root.村}}'.repeat(depth)}{{this}}${'{{/each}}'.repeat(depth)}`;
  expect(filled(loop(2), values)).toHaveLength(300 * (10 + 180 + 600));
  for (const depth of [3, 6]) expect(filled(loop(depth), values)).toContain('写出来的内容太多，没有完');
  expect(filled(loop(1), values)).toHaveLength(10 + 180 + 600);
});

describe('templates of others', () => {
  const made = (
    source: string,
    partials: Record<string, string> = {},
    view: Record<string, unknown> = {},
  ) => {
    const file = (source: string, name: string) => ({ source, path: `模板/${name}.hbs` });
    const parts = Object.entries(partials).map(([name, text]) => [name, file(text, name)] as const);
    try {
      const files = { document: file(source, 'document'), partials: new Map(parts) };
      return compose(files, 'simplified', () => {})(view);
    } catch (thrown) {
      if (!(thrown instanceof TemplateError)) throw thrown;
      return thrown.message;
    }
  };

  test.each<[string, string, string]>([
    ['the constructor of objects', '{{constructor}}{{constructor.name}}{{甲.constructor}}', ''],
    [
      'the prototype',
      '{{__proto__}}{{__proto__.toString}}{{lookup . "__proto__"}}{{lookup 甲 "constructor"}}',
      '',
    ],
    ['a method', '{{甲.toString}}{{toString}}{{lookup 甲 "valueOf"}}', ''],
    ['a function by its name', '{{constructor "alert()"}}', '没有“constructor”这个写法'],
    ['a prototype within', '{{#with __proto__}}{{constructor}}{{/with}}', ''],
    ['a partial of all objects', '{{> constructor}}', '找不到模板片段“constructor”'],
    ['their prototype as a partial', '{{> __proto__}}', '找不到模板片段“__proto__”'],
    ['a partial out of the folder', '{{> ../../../etc/passwd}}', '模板/document.hbs:1:'],
    ['a partial whose name is made', '{{> (lookup . "路")}}', '找不到模板片段“../../etc/passwd”'],
    ['a log', '{{log 甲}}', '没有“log”这个写法'],
    ['a lookup of nothing', '{{lookup .}}', '模板/document.hbs:1:1 '],
    ['a condition of nothing', '{{#if}}一{{/if}}', '模板/document.hbs:1:1 '],
    ['a decorator', '{{* inline "a"}}', ''],
    ['a condition too deep', '{{#if 甲}}'.repeat(99), '超过 30 层'],
  ])('%s', (_, source, message) => {
    const text = made(source, {}, { 甲: '一', 路: '../../etc/passwd' });
    expect(message === '' ? text.replaceAll('一', '') : text).toContain(message);
    expect(text).not.toMatch(/\[object|function|native code/);
  });

  test('parts that call themselves, or each other more and more often, come to an end', () => {
    expect(made('{{> 甲}}', { 甲: '{{> 甲}}' })).toContain('一层套一层，没有完');
    const doubled = Array.from({ length: 60 }, (_, index) => [
      `甲${index}`,
      `{{> 甲${index + 1}}}`.repeat(2),
    ]);
    expect(made('{{> 甲0}}', { ...Object.fromEntries(doubled), 甲60: '一' })).toContain('没有完');
    const long = Array.from({ length: 60 }, (_, index) => [`甲${index}`, `{{> 甲${index + 1}}}`.repeat(2)]);
    expect(made('{{> 甲0}}', { ...Object.fromEntries(long), 甲60: '一'.repeat(1_000_000) })).toContain(
      '没有完',
    );
    const loops = `${'{{#each 甲}}{{#with @root}}'.repeat(12)}一${'{{/with}}{{/each}}'.repeat(12)}`;
    expect(made(loops, {}, { 甲: Array.from({ length: 100 }, () => '一') })).toContain('写出来的内容太多');
    const asking = '{{#each 甲}}{{#each @root.甲}}{{#if (提到 @root "二")}}{{/if}}{{/each}}{{/each}}';
    expect(made(asking, {}, { 甲: Array.from({ length: 1000 }, () => ['一']) })).toContain(
      '写出来的内容太多',
    );
  });

  test('no link leads out of the folder, and only files are read', async () => {
    const cwd = folder();
    writeFileSync(
      path.join(cwd, '计划.yaml'),
      '标题: 平安镇2026年工作要点\n主要任务: [{标题: 甲, 内容: 乙。}]\n',
    );
    writeFileSync(path.join(cwd, '秘密.txt'), '秘密');
    mkdirSync(path.join(cwd, '模板/partials'), { recursive: true });
    symlinkSync('../../秘密.txt', path.join(cwd, '模板/partials/章节.hbs'));
    const run = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('章节.hbs 是指到模板目录外面的链接');
  });
});
