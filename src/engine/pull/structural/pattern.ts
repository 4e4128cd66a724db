import type { List, Node, Scalar } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import type { Print, Standing } from './standing.ts';

/** What parts two paragraphs in a pattern and in what it is held against. */
export const paragraphEnd = '\u2029';

/** A piece of how an entry is printed: words of its template, a text of it, or the names of a list. */
type Piece = { words: string } | { leaf: Scalar; role: Print['role'] } | { names: List; between: string };

/** What was read from new paragraphs: the texts and the names that an entry like its neighbour would have. */
export type Captured = ReadonlyMap<Node, string | readonly string[]>;

/** How an entry of the file is printed in its own paragraphs, without those of the entries below it. */
export class Pattern {
  readonly node: Node;
  readonly paragraphs: readonly MadeParagraph[];
  readonly #pieces: readonly Piece[];

  constructor(standing: Standing, node: Node) {
    this.node = node;
    this.paragraphs = ownParagraphs(standing, node);
    this.#pieces = piecesOf(standing, node, this.paragraphs);
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
    const found = new RegExp(`^${this.#pieces.map(source).join('')}$`, 'u').exec(
      paragraphs.join(paragraphEnd),
    );
    if (found === null) return undefined;
    const captured = new Map<Node, string | readonly string[]>();
    let group = 1;
    for (const piece of this.#pieces) {
      if ('words' in piece) continue;
      const text = (found[group++] ?? '').replaceAll(paragraphEnd, '\n\n');
      if ('names' in piece) captured.set(piece.names, text.split(piece.between));
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

function piecesOf(standing: Standing, node: Node, paragraphs: readonly MadeParagraph[]): Piece[] {
  const isWithin = ({ trail: { leaf } }: Print) => leaf.start >= node.start && leaf.start < node.end;
  const pieces: Piece[] = [];
  const say = (words: string) => {
    const last = pieces.at(-1);
    if (last && 'words' in last) last.words += words;
    else if (words !== '') pieces.push({ words });
  };
  paragraphs.forEach((made, index) => {
    if (index > 0) say(paragraphEnd);
    let at = 0;
    for (const print of standing.of(made)) {
      if (!isWithin(print) || print.printed.from < at) continue;
      say(made.text.slice(at, print.printed.from));
      at = print.printed.to;
      add(pieces, print);
    }
    say(made.text.slice(at));
  });
  return pieces;
}

function add(pieces: Piece[], { trail: { leaf, steps }, role }: Print): void {
  const [before, words] = [pieces.at(-2), pieces.at(-1)];
  const holder = steps.at(-1);
  const list = holder?.of === 'item' && holder.node === leaf ? holder.list : undefined;
  const isSame = (piece: Piece | undefined) => piece && 'leaf' in piece && piece.leaf === leaf;
  if (isSame(words)) return;
  // Wrapped lines and paragraphs of one text are one.
  if (isSame(before) && words && 'words' in words && words.words.replaceAll(paragraphEnd, '') === '') {
    pieces.pop();
    return;
  }
  if (list && words && 'words' in words && words.words.length === 1 && before) {
    const isNames = 'names' in before && before.names === list && before.between === words.words;
    const isSecond = 'leaf' in before && list.items[0] === before.leaf && list.items[1] === leaf;
    if (isNames || isSecond) {
      pieces.splice(-2, 2, { names: list, between: words.words });
      return;
    }
  }
  pieces.push({ leaf, role });
}

const numeral = /[一二三四五六七八九十]+(?=[是、要])|\d+/g;

function source(piece: Piece, index: number, pieces: readonly Piece[]): string {
  if ('words' in piece)
    return piece.words
      .split(numeral)
      .map((words) => words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      .join('[一二三四五六七八九十\\d]+');
  if ('names' in piece) return `([^${paragraphEnd}]+?)`;
  const next = pieces[index + 1];
  // A title that its text follows at once ends like a sentence.
  if (next && 'leaf' in next) return `([^。！？：；${paragraphEnd}]+[。！？：；])`;
  return piece.role === 'body' ? '([\\s\\S]+?)' : `([^${paragraphEnd}]+?)`;
}
