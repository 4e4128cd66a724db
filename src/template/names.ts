import { compileOptions, Handlebars } from './handlebars.ts';

/** A name that a text uses, with its place in that text. */
export interface Used {
  name: string;
  parts: readonly string[];
  start: number;
  end: number;
}

/**
 * The names that a text asks for, those in conditions included: a slip in {{#if 有企业}} would otherwise be taken
 * for no. Names inside {{#each}} and its like belong to what is gone through and are checked when filling.
 */
export function namesUsed(program: hbs.AST.Program, source: string): Used[] {
  const found: Used[] = [];
  const visitor = new Handlebars.Visitor();
  let inside = 0;
  visitor.PathExpression = ({ data, depth, parts, original, loc }) => {
    if (inside === 0 && !data && depth === 0 && parts.length > 0) {
      found.push({ name: original, parts, ...span(loc, source) });
    }
  };
  visitor.MustacheStatement = (statement) => call(visitor, statement);
  visitor.SubExpression = (expression) => call(visitor, expression);
  visitor.BlockStatement = (block) => {
    for (const parameter of block.params) visitor.accept(parameter);
    const scoped = ['each', 'with', '列举'].includes((block.path as hbs.AST.PathExpression).original);
    if (scoped) inside++;
    visitor.accept(block.program);
    if (scoped) inside--;
    if (block.inverse) visitor.accept(block.inverse);
  };
  visitor.accept(program);
  return found;
}

/** The first word of a call with parameters is a helper; alone it is a name. */
function call(visitor: Handlebars.Visitor, { path, params }: Call): void {
  if (params.length === 0) visitor.accept(path);
  else if (!isHelper(path))
    throw new Handlebars.Exception(`unknown helper ${Reflect.get(path, 'original')}`, path);
  for (const parameter of params) visitor.accept(parameter);
}

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

function isHelper(path: hbs.AST.Node): boolean {
  return Object.hasOwn(compileOptions.knownHelpers ?? {}, String(Reflect.get(path, 'original')));
}

export function isDeclared(declared: object, { parts }: Used): boolean {
  let value: unknown = declared;
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string, unknown>)[part];
  }
  return true;
}

function span({ start, end }: hbs.AST.SourceLocation, source: string): { start: number; end: number } {
  const lines = source.split('\n');
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0) + column;
  return { start: offset(start), end: offset(end) };
}
