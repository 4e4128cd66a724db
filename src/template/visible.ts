import { task } from '../plan/parts.ts';
import { documentKeys, planNames } from '../plan/plan.ts';
import { sections } from '../plan/sections.ts';
import { placesOf } from '../schema/grammar.ts';
import { Names } from '../schema/schema.ts';
import { nearest } from '../text/nearest.ts';
import { Handlebars } from './handlebars.ts';
import { calls, wrong } from './language.ts';

/** What the engine makes for templates, beside what the keys of plans are called. */
const made = [
  ...['级', '序', '类型', '章节', '任务清单', '其他单位', '项目', '项', '单位', '文号', '横排'],
  ...['有内容', '另列', '第一件', '红头', '目录级数', '版记另面', '分述分段'],
  ...[...Object.values(task.keys).map(({ label }) => label), '责任', '项目', '其他单位', '级'].map(
    (each) => `有${each}`,
  ),
  // What the parts of pingan are called with, by the templates of some kinds.
  ...['所在', '人', '称', '套语', '已说'],
  // Of the list of files, and of any list.
  ...['目录', '名称', 'length'],
];
const ofPlace = new Set(['root', 'index', 'first', 'last', 'key']);

/** The keys that may be seen: sections are all in 章节, under their titles. */
function* places(): Iterable<Names> {
  yield new Names(documentKeys);
  for (const { names } of placesOf(planNames)) if (names !== planNames) yield names;
}

let known: ReadonlySet<string> | undefined;

/** All names that some template may see. */
export function visibleNames(): ReadonlySet<string> {
  if (known) return known;
  const keys = [...places()].flatMap(({ keys }) => Object.values(keys));
  const shown = keys.filter(({ role }) => role !== 'engine' && role !== 'variable');
  known = new Set([...made, ...shown.map(({ label }) => label)]);
  return known;
}

/** The names that templates give to the parts they call: {{> 人员 人=组长}}. */
export function givenTo(sources: Iterable<string>): Set<string> {
  const given = new Set<string>();
  for (const source of sources)
    for (const [call] of source.matchAll(/\{\{~?>[^{}]*\}\}/g))
      for (const [, name = ''] of call.matchAll(/[\s(]([^\s=()"'|]{1,100})=/g)) given.add(name);
  return given;
}

/** Throws at the first name that nothing has which a template could see: it would be printed as nothing. */
export function visible(program: hbs.AST.Program, given: ReadonlySet<string>): void {
  const visitor = new Handlebars.Visitor();
  const own = new Set(given);
  const seen = (at: hbs.AST.Node, names: readonly string[]) => {
    const strange = names.find((name) => !visibleNames().has(name) && !own.has(name) && !/^\d+$/.test(name));
    if (strange !== undefined) throw wrong(at, unseen(strange));
  };
  const call = (each: hbs.AST.MustacheStatement | hbs.AST.SubExpression, isCondition: boolean) => {
    if (!calls(each, isCondition)) visitor.accept(each.path);
    visitor.acceptArray(each.params);
    if (each.hash) visitor.accept(each.hash);
    for (const pair of each.hash?.pairs ?? []) seen(pair, [pair.key]);
    const [, name] = each.params;
    if (Reflect.get(each.path, 'original') === 'lookup' && name?.type === 'StringLiteral')
      seen(name, [String(Reflect.get(name, 'value'))]);
  };
  visitor.MustacheStatement = (each) => call(each, false);
  visitor.SubExpression = (each) => call(each, true);
  let isInNotice = false;
  visitor.BlockStatement = (block) => {
    for (const name of block.program?.blockParams ?? []) own.add(name);
    visitor.acceptArray(block.params);
    const outside = isInNotice;
    isInNotice ||= block.params.some((each) => (Reflect.get(each, 'parts') ?? []).includes('印发通知'));
    visitor.accept(block.program);
    isInNotice = outside;
    if (block.inverse) visitor.accept(block.inverse);
  };
  visitor.PartialStatement = ({ name, params, hash }) => {
    if (name.type === 'SubExpression') visitor.accept(name);
    visitor.acceptArray(params);
    if (hash) visitor.accept(hash);
  };
  visitor.PathExpression = (path) => {
    const [first = '', ...rest] = path.parts;
    if (path.data && !ofPlace.has(first)) throw wrong(path, `没有“${path.original}”这个写法。`);
    const parts = path.data ? rest : path.parts;
    // The notice alone has a text by this name; that of a plan is in its parts.
    if (parts[0] === '正文' && !isInNotice && !own.has('正文'))
      throw wrong(
        path,
        '“正文”在模板里只有印发通知才有，会印成空白。各部分写 {{> 正文}}，或 {{#each 章节}}…{{/each}}。',
      );
    seen(path, parts);
  };
  visitor.accept(program);
}

function unseen(name: string): string {
  const nothing = `模板里没有“${name}”这个名称，会印成空白。`;
  const section = Object.values(sections).find(({ label }) => label === name);
  if (section)
    return `${nothing}各部分都在“章节”里：{{#each 章节}}{{#if (等于 类型 "${name}")}}…{{/if}}{{/each}}。`;
  const meant = official(name) ?? nearest(name, visibleNames());
  return `${nothing}${meant === undefined ? '' : `是不是“${meant}”？`}计划里的变量写在计划里，模板里不能用。`;
}

/** What a key is called in templates, whatever its spelling in plans. */
function official(typed: string): string | undefined {
  for (const names of places()) {
    const { label = '' } = names.keys[names.find(typed) ?? ''] ?? {};
    if (visibleNames().has(label)) return label;
  }
  return undefined;
}
