import {
  type Entry,
  indexAt,
  type List,
  type Mapping,
  type Node,
  type Scalar,
} from '../../../schema/node.ts';
import type { TextRole } from '../../../schema/role.ts';
import { countWhile } from '../../../text/ascending.ts';
import { append } from '../../../text/long-lists.ts';
import { rootOf } from '../../form/guarded.ts';
import type { MadeParagraph, Paragraph } from '../paragraph.ts';

/** A plan, and all paragraphs of its document, in order. */
export interface Now {
  source: string;
  made: readonly MadeParagraph[];
}

/** Where something goes: behind a paragraph and in front of another. */
export interface Between {
  after?: MadeParagraph | undefined;
  before?: MadeParagraph | undefined;
}

/** New paragraphs, and those that they stand between. */
export interface New extends Between {
  edited: readonly Paragraph[];
}

/** One step down the tree of a file: what holds what. */
export type Step =
  | { of: 'item'; list: List; index: number; node: Node }
  | { of: 'key' | 'value'; map: Mapping; entry: Entry; index: number; node: Node };

/** The way to a text of the file. */
export interface Trail {
  steps: readonly Step[];
  leaf: Scalar;
}

/** A stretch of a text of the file, and the paragraph that prints it; a date and a variable are printed as a whole. */
export interface Print {
  trail: Trail;
  from: number;
  to: number;
  made: MadeParagraph;
  /** Where it is printed in the paragraph. */
  printed: { from: number; to: number };
  /** What its key says that it is. */
  role: TextRole | 'variable';
}

/** What is printed where: the texts of a file and the paragraphs of its document. */
export class Standing {
  readonly source: string;
  readonly made: readonly MadeParagraph[];
  readonly root: Mapping;
  readonly #trails: Trail[] = [];
  readonly #of = new Map<MadeParagraph, Print[]>();
  readonly #all: Print[] = [];

  private constructor({ source, made }: Now, root: Mapping) {
    this.source = source;
    this.made = made;
    this.root = root;
    this.#walk(root, []);
    for (const paragraph of made) {
      const prints = this.#printsOf(paragraph);
      this.#of.set(paragraph, prints);
      append(this.#all, prints);
    }
  }

  static #known = new WeakMap<Now, Standing | undefined>();

  /** Undefined where the file can't be read as a map. */
  static of(now: Now): Standing | undefined {
    if (!Standing.#known.has(now)) {
      const root = rootOf(now.source);
      Standing.#known.set(now, root?.kind === 'map' ? new Standing(now, root) : undefined);
    }
    return Standing.#known.get(now);
  }

  /** What a paragraph prints of the file, in order. */
  of(made: MadeParagraph | undefined): readonly Print[] {
    return (made && this.#of.get(made)) ?? [];
  }

  /** What is printed of a node, in the order of the document. */
  within({ start, end }: { start: number; end: number }): Print[] {
    return this.#all.filter(({ trail: { leaf } }) => leaf.start >= start && leaf.start < end);
  }

  /** The ways to all texts, in the order of the file. */
  get trails(): readonly Trail[] {
    return this.#trails;
  }

  trailAt(offset: number): Trail | undefined {
    const begun = (index: number) => (this.#trails[index]?.leaf.start ?? 0) <= offset;
    const trail = this.#trails[countWhile(this.#trails.length, begun) - 1];
    return trail && offset <= trail.leaf.end ? trail : undefined;
  }

  #walk(node: Node, steps: readonly Step[]): void {
    if (node.kind === 'scalar') this.#trails.push({ steps, leaf: node });
    if (node.kind === 'list')
      node.items.forEach((item, index) => {
        this.#walk(item, [...steps, { of: 'item', list: node, index, node: item }]);
      });
    if (node.kind !== 'map') return;
    node.entries.forEach((entry, index) => {
      for (const of of ['key', 'value'] as const)
        this.#walk(entry[of], [...steps, { of, map: node, entry, index, node: entry[of] }]);
    });
  }

  #printsOf(made: MadeParagraph): Print[] {
    return made.origins.flatMap((origin): Print[] => {
      if (origin.of === 'template') return [];
      const printed = { from: origin.from, to: origin.to };
      const role = origin.of === 'date' ? 'date' : origin.place.role;
      const print = (text: Scalar, first: number, last: number): Print[] => {
        const trail = this.trailAt(text.at(first));
        if (!trail) return [];
        const { leaf } = trail;
        const range = { from: indexAt(leaf, text.at(first)), to: indexAt(leaf, text.at(last, 'end')) };
        return [{ trail, ...range, made, printed, role }];
      };
      if (origin.of === 'date') return origin.texts.flatMap((text) => print(text, 0, text.text.length));
      const { text, at } = origin;
      return print(text, at, origin.of === 'plan' ? at + origin.to - origin.from : origin.end);
    });
  }
}
