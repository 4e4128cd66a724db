import { Handlebars } from './handlebars.ts';
import { scopes } from './language.ts';

/** A name that a text uses, with its place in that text. */
export interface Used {
  name: string;
  parts: readonly string[];
  start: number;
  end: number;
  /** Stands alone in {{ }}, so its value is printed. */
  printed: boolean;
}

/**
 * The names that a text asks for, those in conditions included: a slip in {{#if 有企业}} would otherwise be taken
 * for no. Names inside {{#each}} and its like belong to what is gone through and are checked when filling, but for those
 * of @root.
 */
export function namesUsed(program: hbs.AST.Program, source: string): Used[] {
  const found: Used[] = [];
  const places = new Starts(source);
  const visitor = new Handlebars.Visitor();
  let inside = 0;
  let printed: hbs.AST.Node | undefined;
  visitor.PathExpression = (path) => {
    const { data, original, loc } = path;
    const isOfAll = data && path.parts[0] === 'root';
    const parts = isOfAll ? path.parts.slice(1) : path.parts;
    if ((isOfAll || (inside === 0 && !data)) && parts.length > 0) {
      found.push({
        name: original.replace(/^(?:\.|@root)[./]/, ''),
        parts,
        ...places.span(loc),
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
    if (scoped) inside++;
    visitor.accept(block.program);
    if (scoped) inside--;
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

export function isDeclared(declared: object, { parts }: Used): boolean {
  const holder = parts.slice(0, -1).reduce(within, declared);
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, parts.at(-1) ?? '');
}

/** The value of a name; undefined where it isn't declared. */
export function valueAt(declared: object, { parts }: Pick<Used, 'parts'>): unknown {
  return parts.reduce(within, declared);
}

function within(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? Reflect.get(value, part)
    : undefined;
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
