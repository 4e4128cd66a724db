import { isNames, isText, type Variables } from '../plan/variables.ts';
import type { Scalar, Span } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Used } from './names.ts';
import { type Holders, has, type Scope } from './scope.ts';

/** Names that are listed. */
const most = 20;

/** Tells that nothing has a name, and which was meant. */
export function missing(text: Scalar, used: Used, holders: Holders, report: Report): void {
  const { name, within } = used;
  const span = { start: text.at(used.start), end: text.at(used.end, 'end') };
  const [, figure] = /^(汇总|计数)\./.exec(name) ?? [];
  if (figure !== undefined && within === undefined) {
    if (holders.of(undefined).some((holder) => has(holder, { parts: [figure] }))) {
      error(report, 'plan/variable', span, `这里有一个变量叫“${figure}”，${shadowed(figure)}`);
      return;
    }
    const advice = '用 pingan batch 生成，如 pingan batch 计划.yaml --data 各村.xlsx。';
    error(report, 'plan/variable', span, '汇总和计数是从整张表里算的，这里没有表。', advice);
    return;
  }
  const told = within === undefined ? about(name, report) : report;
  const advice = within === undefined ? declare(name, holders) : instead(used, within, holders);
  error(told, 'plan/variable', span, `变量“${name}”没有值。`, advice);
}

/** A name that {{计数}} and {{汇总 …}} can't be told from. */
export const shadowed = (word: string) => `和算整张表的“${word}”分不开，给它换个名称。`;

/** Tells that a name stands for nothing where it is printed. */
export function empty(span: Span, used: Pick<Used, 'name'> & Partial<Used>, report: Report): '' {
  const { name, within } = used;
  const way = '可以没有的，用 {{#if 名称}}…{{/if}} 包起来。';
  if (within && isGoneThrough(within)) {
    const list = within.called === '' ? '列表' : `“${within.called}”`;
    error(
      report,
      'plan/variable',
      span,
      `${list}里有一项的“${name}”没有值。`,
      `在那一项里给它一个值；${way}`,
    );
    return '';
  }
  const whole = within ? `${pathOf(within)}.${name}` : name;
  error(
    about(whole, report),
    'plan/variable',
    span,
    `变量“${whole}”没有值。`,
    `在“变量”里给它一个值；${way}`,
  );
  return '';
}

function isGoneThrough({ each, within }: Scope): boolean {
  return each || (within !== undefined && isGoneThrough(within));
}

function pathOf({ within, parts }: Scope): string {
  return [...(within ? [pathOf(within)] : []), ...parts].join('.');
}

function about(name: string, report: Report): Report {
  return (problem) => report({ ...problem, name });
}

function declare(name: string, holders: Holders): string {
  const near = nearest(name, namesOf(holders.of(undefined)));
  const way = `在“变量”里写上“${name}: …”，或用 --set ${name}=… 给出。`;
  return near === undefined ? way : `是不是“${near}”？如果不是，${way}`;
}

/** In a loop names are those of its entries. */
function instead({ name, parts, beyond }: Used, within: Scope, holders: Holders): string {
  if (name === '序') return '“序”只在表格的各行里是第几个；文字里要编号的，放进表格，或者去掉它。';
  const outer = beyond?.around.findLastIndex(
    ({ scope }) =>
      scope && holders.of(scope === 'outermost' ? undefined : scope).some((holder) => has(holder, { parts })),
  );
  const known = [...new Set(namesOf(holders.of(within)))];
  const isOne = within.each && holders.of(within.within).some((holder) => has(holder, { parts }));
  const what = within.called === '' ? '这里' : `“${within.called}”里`;
  const all =
    known.length === 0
      ? `${what}是一个个的文字，写成 {{this}}。`
      : `${what}有：${known.slice(0, most).join('、')}${known.length > most ? '等' : ''}。`;
  if (beyond && outer !== undefined && outer >= 0) {
    const steps = beyond.steps + '../'.repeat(beyond.around.length - 1 - outer);
    return `${what}没有它；要印外面的，写成 ${steps}${name}。`;
  }
  if (isOne) return `${what}是一组值，写成 {{${within.called}.${name}}}。`;
  const near = nearest(name, known);
  return near === undefined ? all : `是不是“${near}”？${all}`;
}

function namesOf(holders: readonly unknown[]): string[] {
  return holders.flatMap((holder) => (isNames(holder as Variables) ? dotted(holder as Variables) : []));
}

/** All names that may be used: 村名, 支书, 支书.姓名. */
function dotted(declared: Variables): string[] {
  return Object.entries(declared).flatMap(([name, value]) =>
    value === null || Array.isArray(value) || isText(value)
      ? [name]
      : [name, ...dotted(value).map((inner) => `${name}.${inner}`)],
  );
}
