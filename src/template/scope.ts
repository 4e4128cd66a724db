import { entriesOf, isNames, type Variables } from '../plan/variables.ts';
import { isScalar } from '../schema/node.ts';

/** What a name is looked up in: all that a block goes through, or what it goes into. */
export interface Scope {
  /** What that is itself looked up in; the outermost names where there is nothing. */
  within: Scope | undefined;
  parts: readonly string[];
  /** Whether it is gone through, entry by entry. */
  each: boolean;
  /** As the author calls it. */
  called: string;
}

/** A block around a name: its scope, and what it calls its entry or group. Undefined is what nobody can tell beforehand. */
export interface Around {
  scope: Scope | 'outermost' | undefined;
  named: ReadonlyMap<string, Scope | undefined>;
}

/** A name as it is looked up. */
export interface Reached {
  within: Scope | undefined;
  parts: readonly string[];
  /** What lies beyond, outermost first, and how to get there. */
  beyond?: { around: readonly Around[]; steps: string };
}

/** The blocks around a place of a text, and what names mean there. */
export class Scopes {
  readonly #around: Around[] = [{ scope: 'outermost', named: new Map() }];

  /** Undefined for names that can't be told before a text is filled. */
  reached({ data, depth, parts, original }: hbs.AST.PathExpression): Reached | undefined {
    const [first = '', ...rest] = parts;
    if (data) return first === 'root' ? { within: undefined, parts: rest } : undefined;
    const isPlain = depth === 0 && !/^\.|^this\b/.test(original);
    const own = isPlain ? this.#around.findLast(({ named }) => named.has(first)) : undefined;
    if (own) {
      const within = own.named.get(first);
      return within && { within, parts: rest };
    }
    const scope = this.#around.at(-1 - depth)?.scope;
    const beyond = { around: this.#around.slice(0, -1 - depth), steps: '../'.repeat(depth + 1) };
    return scope && { within: scope === 'outermost' ? undefined : scope, parts, beyond };
  }

  /** Goes into a block that has names of its own. */
  enter({ path, params: [head], program }: hbs.AST.BlockStatement): void {
    const into = head && this.#into(head);
    const goesThrough = (path as hbs.AST.PathExpression).original !== 'with';
    const scope = into && goesThrough ? { ...into, within: into, parts: [], each: true } : into;
    const [entry] = program?.blockParams ?? [];
    const others = program?.blockParams?.slice(1).map((name) => [name, undefined] as const) ?? [];
    const named = new Map<string, Scope | undefined>(others);
    if (entry !== undefined) named.set(entry, scope);
    this.#around.push({ scope, named });
  }

  leave(): void {
    this.#around.pop();
  }

  #into(head: hbs.AST.Expression): Scope | undefined {
    const called = String(Reflect.get(head, 'original') ?? '');
    if (head.type === 'PathExpression') {
      const reached = this.reached(head as hbs.AST.PathExpression);
      return reached && { within: reached.within, parts: reached.parts, each: false, called };
    }
    if (head.type !== 'SubExpression') return undefined;
    // {{#with (lookup 各村 村名)}} is one of them.
    const { path, params } = head as hbs.AST.SubExpression;
    const [group] = params;
    const all =
      group && (path as hbs.AST.PathExpression).original === 'lookup' ? this.#into(group) : undefined;
    return all && { within: all, parts: [], each: true, called: all.called };
  }
}

/** The values in which names are looked up, of one document. */
export class Holders {
  readonly #found = new Map<Scope | undefined, readonly unknown[]>();

  constructor(declared: Variables) {
    this.#found.set(undefined, [declared]);
  }

  /** All that a scope is, one after the other; nothing where a list is empty. */
  of(scope: Scope | undefined): readonly unknown[] {
    const known = this.#found.get(scope);
    if (known) return known;
    const found = this.of(scope?.within)
      .map((holder) => valueAt(holder, scope ?? { parts: [] }))
      .flatMap((value) => (scope?.each ? entries(value) : [value]))
      .filter((value) => value !== undefined && value !== null);
    this.#found.set(scope, found);
    return found;
  }
}

function entries(value: unknown): readonly unknown[] {
  return isNames(value as Variables) ? Object.values(value as Variables) : (entriesOf(value) ?? []);
}

/** The value of a name; undefined where it isn't declared. */
export function valueAt(declared: unknown, { parts }: { parts: readonly string[] }): unknown {
  return parts.reduce(within, declared);
}

export function has(holder: unknown, { parts }: { parts: readonly string[] }): boolean {
  const last = valueAt(holder, { parts: parts.slice(0, -1) });
  return isHolder(last) && Object.hasOwn(last, parts.at(-1) ?? '');
}

function within(value: unknown, part: string): unknown {
  return isHolder(value) && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined;
}

/** What is known of a text, such as its place, are no names of it. */
function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isScalar(value);
}
