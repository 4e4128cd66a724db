import type { Node, Scalar } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { loosely, type Names, type Piece, paragraphEnd, readBy } from './pieces.ts';
import { piecesOf } from './print-pieces.ts';
import type { Standing } from './standing.ts';

/** What was read from new paragraphs: the texts and the names that an entry like its neighbour would have. */
export type Captured = ReadonlyMap<Node, string | readonly string[]>;

/** How an entry of the file is printed in its own paragraphs, without those of the entries below it. */
export class Pattern {
  readonly node: Node;
  readonly paragraphs: readonly MadeParagraph[];
  readonly #pieces: readonly Piece[];

  constructor(standing: Standing, node: Node, paragraphs = ownParagraphs(standing, node)) {
    this.node = node;
    this.paragraphs = paragraphs;
    this.#pieces = piecesOf(standing, node, this.paragraphs);
  }

  get lists(): readonly Names[] {
    return this.#pieces.filter((piece) => 'names' in piece);
  }

  /** The text that its first paragraph is, where it is nothing else. */
  get title(): Scalar | undefined {
    const [first, second] = this.#pieces;
    if (
      !first ||
      !('leaf' in first) ||
      (second && !('words' in second && second.words.startsWith(paragraphEnd)))
    )
      return undefined;
    return first.leaf;
  }

  /** Its last text of sentences, which can have more paragraphs. */
  get body(): Scalar | undefined {
    const found = this.#pieces.findLast((piece) => 'leaf' in piece && piece.role === 'body');
    return found && 'leaf' in found ? found.leaf : undefined;
  }

  /** What the texts of the entry would be to print some paragraphs; undefined where they aren't printed so. */
  read(paragraphs: readonly string[]): Captured | undefined {
    if (this.#pieces.length === 0) return undefined;
    const found = readBy(this.#pieces, paragraphs.join(paragraphEnd));
    if (found === undefined) return undefined;
    const captured = new Map<Node, string | readonly string[]>();
    let group = 0;
    for (const piece of this.#pieces) {
      if ('words' in piece) continue;
      const text = (found[group++] ?? '').replaceAll(paragraphEnd, '\n\n');
      if ('names' in piece) captured.set(piece.names, text.split(new RegExp(loosely(piece.between), 'u')));
      else if (captured.has(piece.leaf) && captured.get(piece.leaf) !== text) return undefined;
      else captured.set(piece.leaf, text);
    }
    return captured;
  }
}

/** The paragraphs that a node is printed in first, up to one with a number of its own below it, or a table. */
function ownParagraphs(standing: Standing, node: Node): MadeParagraph[] {
  const printing = new Set(standing.within(node).map(({ made }) => made));
  const first = standing.made.findIndex((made) => printing.has(made));
  const own: MadeParagraph[] = [];
  for (const made of first < 0 ? [] : standing.made.slice(first)) {
    if (!printing.has(made) || made.cell || (own.length > 0 && made.number !== '')) break;
    own.push(made);
  }
  return own;
}
