import type { Plan } from '../plan/plan.ts';
import { textsOf } from '../plan/texts.ts';
import type { Variables } from '../plan/variables.ts';
import { isScalar, type Scalar } from '../schema/node.ts';
import { Handlebars, parseText } from './handlebars.ts';
import { rowsOfLists } from './list-rows.ts';
import { valueAt } from './scope.ts';

/** What a text does with a name: prints it, asks for it, takes it for a day, or goes through it. */
type Use = 'printed' | 'optional' | 'asked' | 'day' | 'list' | 'lines' | 'summed';

/** A name that a text asks for, in the order of the plan. */
export interface Asked {
  name: string;
  use: Use;
  text: Scalar;
  /** The list whose entries have the name. */
  of?: string;
  /** The word that its value is compared with. */
  word?: string;
}

/** All names that the texts of a plan ask for, with what they do with them. */
export function askedIn(plan: Plan): Asked[] {
  const lists = rowsOfLists(plan);
  return textsOf(plan).flatMap(({ text, place }) => {
    if (place.role === 'variable') return [];
    if (place.name === 'each') return [{ name: text.text.trim(), use: 'list' as const, text }];
    const all = askedBy(text, lists.get(text));
    return place.role === 'date'
      ? all.map((each) => (each.use === 'printed' ? { ...each, use: 'day' as const } : each))
      : all;
  });
}

/** Around what is being looked at: the list that is gone through, the group that is gone into, what was asked for. */
interface Scope {
  of?: string | undefined;
  within: string;
  /** What a block calls its entry, and which number that has: {{#each 人 as |一 几|}}. */
  called?: readonly string[];
}

function askedBy(text: Scalar, list: string | undefined): Asked[] {
  if (!text.text.includes('{{')) return [];
  const found: Asked[] = [];
  const scopes: Scope[] = [{ of: list, within: '' }];
  const conditions: string[] = [];
  const visitor = new Handlebars.Visitor();
  const named = (node: hbs.AST.Node): { name: string; of?: string } | undefined => {
    if (node.type !== 'PathExpression') return undefined;
    const { data, depth, parts, original } = node as hbs.AST.PathExpression;
    if (data && parts[0] !== 'root') return undefined;
    const [first = ''] = parts;
    const isPlain = !data && depth === 0 && !/^\.|this\b/.test(original);
    const own = isPlain ? scopes.findLast(({ called }) => called?.includes(first)) : undefined;
    if (own && own.called?.[0] !== first) return undefined;
    const scope = own ?? (data ? scopes[0] : scopes.at(-1 - depth));
    const within = scope?.within ? [scope.within] : [];
    const name = [...within, ...(data || own ? parts.slice(1) : parts)].join('.');
    return { name, ...(scope?.of !== undefined && { of: scope.of }) };
  };
  const add = (node: hbs.AST.Node, use: Use, word?: string) => {
    const about = named(node);
    if (about === undefined) return;
    if (about.name !== '') found.push({ ...about, use, text, ...(word !== undefined && { word }) });
    // {{this}} of a list: its entries are texts.
    else if (about.of !== undefined) found.push({ name: about.of, use: 'lines', text });
  };
  // In rows of a list what is empty stays blank.
  const printed = (node: hbs.AST.Node) =>
    add(node, list !== undefined || conditions.includes(named(node)?.name ?? '') ? 'optional' : 'printed');
  const call = ({ path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression, isAsked: boolean) => {
    const helper = String(Reflect.get(path, 'original'));
    const words = params
      .filter(({ type }) => type === 'StringLiteral')
      .map((each) => String(Reflect.get(each, 'value')));
    for (const each of params) {
      if (each.type === 'SubExpression') call(each as hbs.AST.SubExpression, isAsked);
      else if (helper === '写日期') add(each, 'day');
      else if (helper === '等于') add(each, 'asked', words[0]);
      else if (isAsked) add(each, 'asked');
      else printed(each);
    }
  };
  visitor.MustacheStatement = (statement) =>
    statement.params.length === 0 ? printed(statement.path) : call(statement, false);
  visitor.BlockStatement = ({ path, params: [head], program, inverse }) => {
    const word = String(Reflect.get(path, 'original'));
    const about = head && named(head);
    if (head?.type === 'SubExpression') call(head as hbs.AST.SubExpression, true);
    else if (head && word !== 'with') add(head, word === 'if' || word === 'unless' ? 'asked' : 'list');
    const inside =
      word === 'with' ? { ...about, within: about?.name ?? '' } : { of: about?.name, within: '' };
    if (word === 'if' || word === 'unless') conditions.push(about?.name ?? '');
    else scopes.push({ ...inside, ...(program?.blockParams && { called: program.blockParams }) });
    visitor.accept(program);
    if (word === 'if' || word === 'unless') conditions.pop();
    else scopes.pop();
    if (inverse) visitor.accept(inverse);
  };
  try {
    visitor.accept(parseText(text.text));
  } catch {
    // Whoever fills the text says what is wrong with it.
    return [];
  }
  return found;
}

/** The text that a plan gives for a name, a list, or nothing. */
export function givenFor(name: string, variables: Variables): Scalar | 'list' | undefined {
  const value = valueAt(variables, { parts: name.split('.') });
  if (Array.isArray(value)) return 'list';
  return isScalar(value) ? value : undefined;
}
