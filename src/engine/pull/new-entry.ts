import type { Pair } from './pair.ts';
import { full, ink, type MadeParagraph, type Paragraph } from './paragraph.ts';
import { withoutNumber } from './paragraphs.ts';

/** What an entry prints in the text when it was put into a plan for a new row of a table that is made of such entries. */
export class NewEntry {
  readonly #cells: readonly string[];
  /** What stands above it and reaches down to it. */
  readonly #above: readonly string[];
  readonly #labels: ReadonlySet<string>;

  private constructor(cells: readonly string[], above: readonly string[], made: readonly MadeParagraph[]) {
    this.#cells = cells;
    this.#above = above;
    this.#labels = new Set(
      made
        .filter(({ cell }) => !cell)
        .flatMap(({ text, origins }) =>
          origins.flatMap(({ of, from, to }) => (of === 'template' ? ink(text.slice(from, to)) : [])),
        ),
    );
  }

  /** Only where one row is all that is tried. */
  static of(pairs: readonly Pair[], made: readonly MadeParagraph[]): NewEntry | undefined {
    const [pair] = pairs;
    if (pairs.length !== 1 || pair?.kind !== 'new' || !pair.edited.every(({ cell }) => cell))
      return undefined;
    return new NewEntry(wordsIn(pair.edited), wordsIn(above(pair, made)), made);
  }

  /** Whether a paragraph says some cells of the row, and nothing else but words that the template has elsewhere too. */
  isSaidBy(paragraph: Paragraph): boolean {
    const parts = this.#parts(paragraph);
    return parts.length > 1 && parts.every((part) => part === '' || this.#labels.has(part));
  }

  /** Whether some paragraphs say the whole row, if they say any of it. */
  isWhole(paragraphs: readonly Paragraph[]): boolean {
    const text = paragraphs.map((each) => ink(full(each))).join('\n');
    return paragraphs.length === 0 || this.#cells.every((cell) => text.includes(cell));
  }

  /** What stands between the cells. */
  #parts(paragraph: Paragraph): string[] {
    let parts = [ink(withoutNumber(full(paragraph)))];
    for (const cell of [...this.#cells, ...this.#above]) parts = parts.flatMap((part) => part.split(cell));
    return parts;
  }
}

/** The words of cells that aren't numbers of rows, the longest first. */
function wordsIn(cells: readonly Paragraph[]): string[] {
  const words = cells.map(({ text }) => ink(text)).filter((text) => text !== '' && !/^\d+$/.test(text));
  return words.sort((a, b) => b.length - a.length);
}

/** The cells that a new row is one with. */
function above(
  { edited, after }: Extract<Pair, { kind: 'new' }>,
  made: readonly MadeParagraph[],
): MadeParagraph[] {
  const own = new Set(edited.map(({ cell }) => cell?.at));
  const found = new Map<number, MadeParagraph>();
  for (const each of made) {
    const { cell } = each;
    if (cell && cell.table === after?.cell?.table && cell.row <= after.cell.row) found.set(cell.at, each);
  }
  return [...found].flatMap(([at, each]) => (own.has(at) ? [] : [each]));
}
