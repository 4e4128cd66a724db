import { changed, encode } from '../notation/encode.ts';
import { type Reading, read } from '../plan/read.ts';
import type { Node, Scalar } from '../schema/node.ts';
import type { Edit } from '../schema/problem.ts';
import { countWhile } from '../text/ascending.ts';
import { gather } from '../text/groups.ts';
import { withoutBlanks } from '../text/paragraphs.ts';
import type { Rewrite } from '../text/patchwork.ts';
import { rewritten } from './rewrite.ts';

/** The values of a file, and the ways to write others in their place. */
export class Values {
  readonly #source: string;
  readonly #before: Reading;
  /** Every scalar once, keys included, however often aliases show it; in the order of the file. */
  readonly #scalars: readonly Scalar[];

  constructor(source: string) {
    this.#source = source;
    this.#before = read(source);
    this.#scalars = this.#before.root ? scalarsOf(this.#before.root) : [];
  }

  /** A change of values is good when every value is what was foretold and nothing else has moved. */
  rewrites(edits: readonly Edit[]): Rewrite[] | undefined {
    const { root } = this.#before;
    if (root === undefined || edits.length === 0) return undefined;
    const own = this.byScalar(edits);
    if (own === undefined) return undefined;
    const rewrites = [...own].flatMap(([scalar, edits]) => encode(this.#source, scalar, edits));
    const after = read(rewritten(this.#source, rewrites));
    const changes = new Map([...own].map(([scalar, edits]) => [scalar.start, edits]));
    // Whether two lines of a wrapped value are joined with a blank depends on what now stands at their ends.
    const foretold = shape(root, (scalar) => withoutBlanks(changed(scalar, changes.get(scalar.start) ?? [])));
    const same = after.root && shape(after.root, ({ text }) => withoutBlanks(text)) === foretold;
    return same && errorsOf(after) <= errorsOf(this.#before) ? rewrites : undefined;
  }

  /** The edits of each scalar that has any; undefined where one belongs to none. */
  byScalar(edits: readonly Edit[]): Map<Scalar, Edit[]> | undefined {
    const own = new Map<Scalar, Edit[]>();
    for (const edit of edits) {
      const begun = (index: number) => (this.#scalars[index]?.start ?? 0) <= edit.start;
      const holding = this.#scalars[countWhile(this.#scalars.length, begun) - 1];
      if (holding === undefined || edit.end > holding.end) return undefined;
      gather(own, holding, edit);
    }
    return new Map([...own].sort(([a], [b]) => a.start - b.start));
  }
}

function errorsOf({ problems }: Reading): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function scalarsOf(root: Node): Scalar[] {
  const found = new Map<number, Scalar>();
  const visit = (each: Node): void => {
    if (each.kind === 'scalar') {
      if (!found.has(each.start)) found.set(each.start, each);
    } else if (each.kind === 'list') each.items.forEach(visit);
    else if (each.kind === 'map') for (const { key, value } of each.entries) [key, value].forEach(visit);
  };
  visit(root);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** What a file says, without how it says it. */
function shape(node: Node, value: (scalar: Scalar) => string): string {
  const plain = (each: Node): unknown => {
    switch (each.kind) {
      case 'scalar':
        return value(each);
      case 'list':
        return each.items.map(plain);
      case 'map':
        return { of: each.entries.map(({ key, value }) => [plain(key), plain(value)]) };
      case 'empty':
        return null;
    }
  };
  return JSON.stringify(plain(node));
}
