import type { Between, Pair } from './pair.ts';
import { full, ink, type MadeParagraph, type Paragraph } from './paragraph.ts';
import { numberedAs, withoutNumber } from './paragraphs.ts';
import { regrouped } from './regrouped.ts';
import { type By, type Found, type Item, sequence } from './sequence.ts';

export interface Matched {
  pairs: readonly Pair[];
  by: Record<By, number>;
}

/** A paragraph by itself, or all cells of a table. */
interface Block<T extends Paragraph> extends Item {
  paragraphs: readonly T[];
}

/** Finds the paragraphs of the document as the plan makes it now in an edited one. */
export function matched(made: readonly MadeParagraph[], edited: readonly Paragraph[]): Matched {
  const matching = new Matching();
  matching.blocks(blocksOf(made), blocksOf(edited));
  return { pairs: regrouped(matching.placed(edited), made), by: matching.by };
}

class Matching {
  readonly by: Record<By, number> = { mark: 0, text: 0, cell: 0, gap: 0, alike: 0 };
  readonly #pairs: Pair[] = [];
  /** The made paragraphs that each edited one comes from. */
  readonly #from = new Map<number, { first: MadeParagraph; last: MadeParagraph }>();
  /** As parted from its number. */
  readonly #edited = new Map<Paragraph, number>();

  blocks(made: readonly Block<MadeParagraph>[], edited: readonly Block<Paragraph>[]): void {
    for (const { paragraphs } of edited)
      for (const each of paragraphs) this.#edited.set(each, this.#edited.size);
    for (const found of sequence(made, edited)) {
      const ms = found.made.flatMap((at) => made[at] ?? []);
      const es = found.edited.flatMap((at) => edited[at] ?? []);
      if (ms[0]?.isTable && es[0]?.isTable && ms.length === 1 && es.length === 1 && !found.moved)
        this.#table(ms[0].paragraphs, es[0].paragraphs);
      else this.#pair(found, ms, es);
    }
  }

  #table(made: readonly MadeParagraph[], edited: readonly Paragraph[]): void {
    const [mine, theirs] = [rowsOf(made), rowsOf(edited)];
    for (const found of sequence(mine, theirs, true)) {
      const ms = found.made.flatMap((at) => mine[at] ?? []);
      const es = found.edited.flatMap((at) => theirs[at] ?? []);
      const [one, other] = [ms[0], es[0]];
      if (one && other && ms.length === 1 && es.length === 1 && !found.moved)
        this.#row(one.paragraphs, other.paragraphs);
      else {
        for (const each of ms) this.#pairs.push({ kind: 'gone', made: each.paragraphs });
        for (const each of es) this.#pairs.push({ kind: 'new', edited: each.paragraphs });
      }
    }
  }

  #row(made: readonly MadeParagraph[], edited: readonly Paragraph[]): void {
    if (made.length !== edited.length) {
      this.#pairs.push({ kind: 'gone', made }, { kind: 'new', edited });
      return;
    }
    made.forEach((cell, column) => {
      const other = edited[column];
      if (other) this.#one(cell, other, 'cell');
    });
  }

  #one(made: MadeParagraph, edited: Paragraph, by: By, moved?: true): void {
    const fitted = numberedAs(edited, made);
    this.by[by]++;
    this.#from.set(this.#edited.get(edited) ?? -1, { first: made, last: made });
    const kind = moved ? 'moved' : ink(made.text) === ink(fitted.text) ? 'same' : 'changed';
    this.#pairs.push({ kind, made, edited: fitted });
    this.#edited.set(fitted, this.#edited.get(edited) ?? -1);
  }

  #pair({ by, moved }: Found, ms: readonly Block<MadeParagraph>[], es: readonly Block<Paragraph>[]): void {
    const made = ms.flatMap(({ paragraphs }) => paragraphs);
    const edited = es.flatMap(({ paragraphs }) => paragraphs);
    const [one, other] = [made[0], edited[0]];
    const isTable = [...ms, ...es].some((each) => each.isTable);
    if (one === undefined) this.#pairs.push({ kind: 'new', edited });
    else if (other === undefined) this.#pairs.push({ kind: 'gone', made });
    else if (isTable) this.#pairs.push({ kind: 'gone', made }, { kind: 'new', edited });
    else if (made.length === 1 && edited.length === 1) this.#one(one, other, by, moved);
    else {
      this.by[by] += made.length;
      for (const each of edited)
        this.#from.set(this.#edited.get(each) ?? -1, { first: one, last: made.at(-1) ?? one });
      if (made.length === 1) {
        const fitted = edited.map((each, at) => (at === 0 ? numberedAs(each, one) : each));
        this.#edited.set(fitted[0] ?? other, this.#edited.get(other) ?? -1);
        this.#pairs.push({ kind: 'split', made: one, edited: fitted });
      } else {
        const fitted = numberedAs(other, one);
        this.#edited.set(fitted, this.#edited.get(other) ?? -1);
        this.#pairs.push({ kind: 'merged', made, edited: fitted });
      }
    }
  }

  /** The pairs in the order of the edited document, neighbours that are new together as one, each with what is around it. */
  placed(edited: readonly Paragraph[]): Pair[] {
    const at = (pair: Pair): number => {
      const first =
        pair.kind === 'gone' ? undefined : Array.isArray(pair.edited) ? pair.edited[0] : pair.edited;
      return first === undefined ? edited.length : (this.#edited.get(first as Paragraph) ?? edited.length);
    };
    const ordered = this.#pairs
      .map((pair) => ({ pair, place: at(pair) }))
      .sort((a, b) => a.place - b.place)
      .map(({ pair }) => pair);
    return joined(ordered).map((pair): Pair => {
      if (pair.kind !== 'new' && pair.kind !== 'moved') return pair;
      const all = pair.kind === 'new' ? pair.edited : [pair.edited];
      const from = at(pair);
      return { ...pair, ...this.#around(from, from + all.length, edited.length) };
    });
  }

  #around(from: number, to: number, length: number): Between {
    let after: MadeParagraph | undefined;
    let before: MadeParagraph | undefined;
    for (let at = from - 1; at >= 0 && !after; at--) after = this.#from.get(at)?.last;
    for (let at = to; at < length && !before; at++) before = this.#from.get(at)?.first;
    return { after, before };
  }
}

function joined(pairs: readonly Pair[]): Pair[] {
  const all: Pair[] = [];
  for (const pair of pairs) {
    const last = all.at(-1);
    const isText = (each: readonly Paragraph[]) => each[0]?.cell === undefined;
    if (pair.kind === 'new' && last?.kind === 'new' && isText(pair.edited) && isText(last.edited))
      all[all.length - 1] = { ...last, edited: [...last.edited, ...pair.edited] };
    else all.push(pair);
  }
  return all;
}

function blocksOf<T extends Paragraph>(paragraphs: readonly T[]): Block<T>[] {
  const blocks: Block<T>[] = [];
  let table: T[] = [];
  const finish = () => {
    if (table.length > 0)
      blocks.push({
        key: table.map(({ text }) => ink(text)).join('|'),
        marks: [],
        isTable: true,
        paragraphs: table,
      });
    table = [];
  };
  for (const each of paragraphs) {
    if (table[0] && each.cell?.table !== table[0].cell?.table) finish();
    if (each.cell) table.push(each);
    else
      blocks.push({
        key: ink(withoutNumber(full(each))),
        marks: each.marks,
        isTable: false,
        paragraphs: [each],
      });
  }
  finish();
  return blocks;
}

function rowsOf<T extends Paragraph>(cells: readonly T[]): Block<T>[] {
  const rows: T[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last?.[0]?.cell?.row === cell.cell?.row && last) last.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => ({
    key: row.map(({ text }) => ink(text)).join('|'),
    marks: row.flatMap(({ marks }) => marks),
    isTable: true,
    paragraphs: row,
  }));
}
