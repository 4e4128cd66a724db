import { compileOptions, Handlebars } from './handlebars.ts';

/** A name that a text uses, with its place in that text. */
export interface Used {
  name: string;
  parts: readonly string[];
  start: number;
  end: number;
  /** Stands alone in {{ }}, so its value is printed. */
  printed: boolean;
}

/** Words that want one name and something to do with it. */
const blocks = ['if', 'unless', 'each', 'with', '列举'];

/**
 * The names that a text asks for, those in conditions included: a slip in {{#if 有企业}} would otherwise be taken
 * for no. Names inside {{#each}} and its like belong to what is gone through and are checked when filling.
 */
export function namesUsed(program: hbs.AST.Program, source: string): Used[] {
  const found: Used[] = [];
  const places = new Starts(source);
  const visitor = new Handlebars.Visitor();
  let inside = 0;
  let printed: hbs.AST.Node | undefined;
  visitor.PathExpression = (path) => {
    const { data, depth, parts, original, loc } = path;
    if (inside === 0 && !data && depth === 0 && parts.length > 0) {
      found.push({ name: original, parts, ...places.span(loc), printed: path === printed });
    }
  };
  visitor.MustacheStatement = (statement) => {
    const word = String(Reflect.get(statement.path, 'original'));
    if (blocks.includes(word)) throw new Handlebars.Exception(`no number sign before ${word}`, statement);
    const { parts, data } = statement.path as hbs.AST.PathExpression;
    if (inside === 0 && !data && parts?.length === 0)
      throw new Handlebars.Exception(`all names at once: ${word}`, statement);
    if (statement.params.length === 0) printed = statement.path;
    call(visitor, statement);
  };
  const decorator = (node: hbs.AST.Node) => {
    throw new Handlebars.Exception(`Parse error on line ${node.loc.start.line}`, node);
  };
  Object.assign(visitor, { Decorator: decorator, DecoratorBlock: decorator });
  visitor.SubExpression = (expression) => call(visitor, expression);
  visitor.BlockStatement = (block) => {
    const word = (block.path as hbs.AST.PathExpression).original;
    if (blocks.includes(word) && (block.params.length !== 1 || block.hash))
      throw new Handlebars.Exception(`one name wanted by ${word}`, block);
    for (const parameter of block.params) visitor.accept(parameter);
    const scoped = ['each', 'with', '列举'].includes(word);
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
  const word = String(Reflect.get(path, 'original'));
  // 部分 calls a partial; it belongs to templates.
  return word !== '部分' && Object.hasOwn(compileOptions.knownHelpers ?? {}, word);
}

export function isDeclared(declared: object, { parts }: Used): boolean {
  const holder = parts.slice(0, -1).reduce(within, declared);
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, parts.at(-1) ?? '');
}

/** The value of a name; undefined where it isn't declared. */
export function valueAt(declared: object, { parts }: Used): unknown {
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
