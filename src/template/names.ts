import { Handlebars } from './handlebars.ts';
import { type Holders, has, type Reached, Scopes } from './scope.ts';
import { scopes } from './words.ts';

/** A name that a text uses, with its place in that text. */
export interface Used extends Reached {
  name: string;
  start: number;
  end: number;
  /** Stands alone in {{ }}, so its value is printed. */
  printed: boolean;
}

/**
 * The names that a text asks for, those in conditions included: a slip in {{#if 有企业}} would otherwise be taken
 * for no. Names inside {{#each}} and its like are held against all entries of what is gone through.
 */
export function namesUsed(program: hbs.AST.Program, source: string): Used[] {
  const found: Used[] = [];
  const places = new Starts(source);
  const around = new Scopes();
  const visitor = new Handlebars.Visitor();
  let printed: hbs.AST.Node | undefined;
  visitor.PathExpression = (path) => {
    const reached = around.reached(path);
    if (reached && reached.parts.length > 0) {
      found.push({
        name: path.original.replace(/^(?:(?:this|\.\.?|@root)[./])+/, ''),
        ...reached,
        ...places.span(path.loc),
        printed: path === printed,
      });
    }
  };
  visitor.MustacheStatement = (statement) => {
    if (statement.params.length === 0) printed = statement.path;
    call(visitor, statement);
  };
  visitor.SubExpression = (expression) => call(visitor, expression);
  visitor.BlockStatement = (block) => {
    const word = (block.path as hbs.AST.PathExpression).original;
    for (const parameter of block.params) visitor.accept(parameter);
    const scoped = scopes.includes(word);
    if (scoped) around.enter(block);
    visitor.accept(block.program);
    if (scoped) around.leave();
    if (block.inverse) visitor.accept(block.inverse);
  };
  visitor.accept(program);
  return found;
}

/** The first word of a call with parameters is a helper; alone it is a name. */
function call(visitor: Handlebars.Visitor, { path, params, hash }: Call): void {
  if (params.length === 0) visitor.accept(path);
  for (const parameter of params) visitor.accept(parameter);
  if (hash) visitor.accept(hash);
}

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

export function isDeclared(holders: Holders, { within, parts }: Used): boolean {
  const all = holders.of(within);
  // Of an empty list nothing is printed.
  return all.length === 0 || all.some((holder) => has(holder, { parts }));
}

/** Where the lines of a text begin; Handlebars tells lines and columns. */
class Starts {
  readonly #starts = [0];

  constructor(source: string) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  span({ start, end }: hbs.AST.SourceLocation): { start: number; end: number } {
    const offset = ({ line, column }: { line: number; column: number }) =>
      (this.#starts[line - 1] ?? 0) + column;
    return { start: offset(start), end: offset(end) };
  }
}
