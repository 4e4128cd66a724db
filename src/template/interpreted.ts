import { Handlebars } from './handlebars.ts';

type Data = Record<string, unknown> | undefined;

/** What a helper gives to its block beside the context. */
interface More {
  data?: Data;
  blockParams?: readonly unknown[];
}

/** Where a statement is carried out. */
interface Scope {
  /** The context, and those around it, the innermost first. */
  depths: readonly unknown[];
  data: Data;
  /** What blocks name themselves: {{#each 人 as |一|}}, the innermost first. */
  named: readonly { name: string; value: unknown }[];
}

interface Language {
  /** A name that is printed must have a value. */
  strict: boolean;
  /** The words that aren't names. */
  known: ReadonlySet<string>;
}

type Call = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>;

/** Fills a syntax tree step by step, as the code that Handlebars makes of it would, down to what it says of mistakes. */
export function interpreted(
  own: typeof Handlebars,
  program: hbs.AST.Program,
  language: Language,
): Handlebars.TemplateDelegate {
  const interpreter = new Interpreter(own, language);
  interpreter.understood(program);
  return (context: unknown, options: Handlebars.RuntimeOptions & { partial?: boolean } = {}) => {
    const given = options.data as Data;
    const data = options.partial || (given && 'root' in given) ? given : { ...given, root: context };
    return interpreter.run(program, { depths: [context], data, named: [] });
  };
}

class Interpreter {
  readonly #own: typeof Handlebars;
  readonly #language: Language;

  constructor(own: typeof Handlebars, language: Language) {
    this.#own = own;
    this.#language = language;
  }

  /** Throws at the first word that there isn't, before anything is filled. */
  understood(program: hbs.AST.Program): void {
    const visitor = new Handlebars.Visitor();
    const look = (call: Call) => {
      if (this.#isHelper(call)) this.#helper(call);
    };
    const { MustacheStatement: mustache, SubExpression: sub, BlockStatement: block } = visitor;
    visitor.MustacheStatement = (each) => {
      look(each);
      mustache.call(visitor, each);
    };
    visitor.SubExpression = (each) => {
      look(each);
      sub.call(visitor, each);
    };
    visitor.BlockStatement = (each) => {
      this.#helper(each);
      block.call(visitor, each);
    };
    visitor.accept(program);
  }

  run({ body }: hbs.AST.Program, scope: Scope): string {
    let text = '';
    for (const statement of body) text += this.#printed(statement, scope) ?? '';
    return text;
  }

  #printed(statement: hbs.AST.Statement, scope: Scope): unknown {
    switch (statement.type) {
      case 'ContentStatement':
        return (statement as hbs.AST.ContentStatement).value;
      case 'CommentStatement':
        return '';
      case 'MustacheStatement': {
        const call = statement as hbs.AST.MustacheStatement;
        if (this.#isHelper(call)) return this.#called(call, scope);
        return this.#value(call.path, scope, this.#language.strict);
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        return this.#called(block, scope, block);
      }
      case 'PartialStatement':
        return this.#partial(statement as hbs.AST.PartialStatement, scope);
    }
    throw new Handlebars.Exception(`unknown statement ${statement.type}`, statement);
  }

  /** A name alone is a word only where there is one. */
  #isHelper({ path, params, hash }: Call): boolean {
    if (params.length > 0 || hash) return true;
    const { parts = [], depth = 0, data } = path as hbs.AST.PathExpression;
    const isName = parts.length === 1 && depth === 0 && !data && !isScoped(path);
    return isName && this.#language.known.has(String(parts[0]));
  }

  #helper({ path, loc }: Call): Handlebars.HelperDelegate {
    const [name = ''] = (path as hbs.AST.PathExpression).parts ?? [];
    const helper = this.#language.known.has(name) ? this.#own.helpers[name] : undefined;
    if (helper) return helper;
    const node = { loc } as hbs.AST.Node;
    throw new Handlebars.Exception(
      `You specified knownHelpersOnly, but used the unknown helper ${name}`,
      node,
    );
  }

  #called(call: Call, scope: Scope, block?: hbs.AST.BlockStatement): unknown {
    const values = call.params.map((param) => this.#value(param, scope));
    const entered = (program: hbs.AST.Program | undefined) => (context: unknown, more?: More) =>
      program ? this.run(program, this.#inside(scope, program, context, more)) : '';
    const options = {
      name: (call.path as hbs.AST.PathExpression).original,
      hash: this.#hash(call.hash, scope),
      data: scope.data,
      loc: call.loc,
      lookupProperty: property,
      ...(block && { fn: entered(block.program), inverse: entered(block.inverse) }),
    };
    return this.#helper(call).call(scope.depths[0] ?? nothing, ...values, options);
  }

  #inside(scope: Scope, { blockParams }: hbs.AST.Program, context: unknown, more: More = {}): Scope {
    const { depths, data, named } = scope;
    const isSame = context === depths[0] || (context === nothing && depths[0] === null);
    const own = (blockParams ?? []).map((name, index) => ({ name, value: more.blockParams?.[index] }));
    return {
      depths: isSame ? depths : [context, ...depths],
      data: more.data ?? data,
      named: [...own, ...named],
    };
  }

  #hash(hash: hbs.AST.Hash | undefined, scope: Scope): Record<string, unknown> {
    return Object.fromEntries((hash?.pairs ?? []).map(({ key, value }) => [key, this.#value(value, scope)]));
  }

  #partial({ name, params, hash }: hbs.AST.PartialStatement, scope: Scope): unknown {
    const chosen =
      name.type === 'SubExpression' ? this.#value(name, scope) : (name as hbs.AST.PathExpression).original;
    const [first] = params;
    const given = first === undefined ? scope.depths[0] : this.#value(first, scope);
    const context = hash ? { ...(given as object), ...this.#hash(hash, scope) } : given;
    const partials = this.#own.partials as Record<string, Handlebars.TemplateDelegate>;
    const partial = Object.hasOwn(partials, String(chosen)) ? partials[String(chosen)] : undefined;
    if (partial === undefined)
      throw new Handlebars.Exception(`The partial ${String(chosen)} could not be found`);
    // One that the build has made ready brings its helpers and partials along, unless it is told that it is a part.
    return partial(context, { data: scope.data });
  }

  #value(node: hbs.AST.Expression, scope: Scope, isStrict = false): unknown {
    switch (node.type) {
      case 'PathExpression':
        return this.#path(node as hbs.AST.PathExpression, scope, isStrict);
      case 'SubExpression':
        return this.#called(node as hbs.AST.SubExpression, scope);
      case 'NullLiteral':
        return null;
      case 'UndefinedLiteral':
        return undefined;
    }
    return (node as hbs.AST.StringLiteral).value;
  }

  #path(path: hbs.AST.PathExpression, { depths, data, named }: Scope, isStrict: boolean): unknown {
    const [first, ...rest]: readonly string[] = path.parts;
    if (first === undefined) return depths[path.depth];
    const isPlain = !path.data && path.depth === 0 && !isScoped(path);
    const own = isPlain ? named.find(({ name }) => name === first) : undefined;
    const parts = own ? rest : [first, ...rest];
    if (own && rest.length === 0) return own.value;
    let value: unknown = own ? own.value : path.data ? outer(data, path.depth) : depths[path.depth];
    if (!this.#language.strict) {
      for (const part of parts) if (value !== null && value !== undefined) value = property(value, part);
      return value;
    }
    const last = isStrict ? parts.length - 1 : parts.length;
    for (const part of parts.slice(0, last)) value = property(value, part);
    return isStrict ? required(value, String(parts[last]), path) : value;
  }
}

/** What helpers are called upon where there is no context. */
const nothing = Object.seal({});

/** ./名 and this.名 are names of the context, whatever words there are. */
function isScoped(path: hbs.AST.Node): boolean {
  return /^\.|this\b/.test(String(Reflect.get(path, 'original') ?? ''));
}

function outer(data: Data, depth: number): Data {
  let found = data;
  for (let left = depth; found && left > 0; left--) found = found['_parent'] as Data;
  return found;
}

/** Nothing is reached but what is an object's own. */
function property(parent: unknown, name: string): unknown {
  const value = (parent as Record<string, unknown>)[name];
  return value === null || value === undefined || Object.hasOwn(Object(parent), name) ? value : undefined;
}

function required(parent: unknown, name: string, node: hbs.AST.Node): unknown {
  if (!parent || !(name in (parent as object)))
    throw new Handlebars.Exception(`"${name}" not defined in ${String(parent)}`, node);
  return property(parent, name);
}
