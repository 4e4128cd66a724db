import { Handlebars } from './handlebars.ts';

/** A name that a text uses, with its place in that text. */
export interface Used {
  name: string;
  start: number;
  end: number;
}

/**
 * The names in a text that nobody declared, conditions included: a slip in {{#if 有企业}} would otherwise
 * be taken for no. Names inside {{#each}} and its like belong to what is gone through and are checked when filling.
 */
export function undeclared(program: hbs.AST.Program, source: string, declared: object): Used[] {
  const found: Used[] = [];
  const visitor = new Handlebars.Visitor();
  let inside = 0;
  visitor.PathExpression = (path) => {
    if (
      inside > 0 ||
      path.data ||
      path.depth > 0 ||
      path.parts.length === 0 ||
      isDeclared(declared, path.parts)
    )
      return;
    found.push({ name: path.original, ...span(path.loc, source) });
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
function call(
  visitor: Handlebars.Visitor,
  { path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
): void {
  if (params.length === 0) visitor.accept(path);
  for (const parameter of params) visitor.accept(parameter);
}

function isDeclared(declared: object, parts: readonly string[]): boolean {
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
