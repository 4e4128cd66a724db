import { declaredNames } from '../engine/declared.ts';
import { isNamed, namingAt, standsForValue } from '../engine/naming.ts';
import { UserError } from '../errors.ts';
import { errorsIn } from '../plan/read.ts';
import { applied, edited } from './fixes.ts';
import { type Position, Positions } from './positions.ts';
import type { Text } from './texts.ts';

/** Where a variable is declared. */
export function definition({ source, uri }: Text, at: Position): object | null {
  const positions = new Positions(source);
  const declared = namingAt(source, positions.offset(at))?.declared;
  return declared ? { uri, range: positions.range(declared) } : null;
}

/** Where a variable is named. */
export function references({ source, uri }: Text, at: Position, withDeclaration: boolean): object[] {
  const positions = new Positions(source);
  const naming = namingAt(source, positions.offset(at));
  const spans = [...(withDeclaration && naming?.declared ? [naming.declared] : []), ...(naming?.uses ?? [])];
  return spans.map((span) => ({ uri, range: positions.range(span) }));
}

/** What would be renamed at a place; a sentence where it can't be. */
export function renamable({ source }: Text, at: Position): object {
  const positions = new Positions(source);
  const { here, path } = declaredAt(source, positions.offset(at));
  return { range: positions.range(here), placeholder: path.at(-1) };
}

/** Gives a variable another name, where it is declared and everywhere in the plan. */
export function renamed({ source, uri }: Text, at: Position, name: string): object {
  const positions = new Positions(source);
  const { declared, uses, path } = declaredAt(source, positions.offset(at));
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    throw new UserError(`“${name}”不能作变量的名称：用汉字、字母开头，只含汉字、字母、数字。`);
  if (!standsForValue(name)) throw new UserError(`“${name}”不能作变量的名称：它在花括号里另有意思。`);
  if (namesBeside(source, path).includes(name)) throw new UserError(`已经有一个变量叫“${name}”了。`);
  if (isNamed(source, [...path.slice(0, -1), name]))
    throw new UserError(`计划里别处已经写了“${name}”，改成它就分不清了。`);
  const rewrites = [declared, ...uses].map((span) => ({ ...span, text: name }));
  if (errorsIn(applied(source, rewrites)) > errorsIn(source))
    throw new UserError(`改成“${name}”会改出错误来，没有改。`);
  return { changes: { [uri]: edited(rewrites, positions) } };
}

function declaredAt(source: string, at: number) {
  const naming = namingAt(source, at);
  if (naming === undefined) throw new UserError('这里不是变量。');
  const { declared, inLoop, path } = naming;
  const name = path.join('.');
  if (declared === undefined)
    throw new UserError(`“变量”里没有“${name}”（或者这份计划现在读不出来），不能在这里改名。`);
  if (inLoop)
    throw new UserError(`循环里也写了“${name}”，看不准是变量还是循环里的名称，不能自动改名；逐处改。`);
  return { ...naming, declared };
}

function namesBeside(source: string, path: readonly string[]): string[] {
  const outer = path.slice(0, -1).join('.');
  return declaredNames(source)
    .filter((each) => each.split('.').slice(0, -1).join('.') === outer)
    .map((each) => each.split('.').at(-1) ?? '');
}
