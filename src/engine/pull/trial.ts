import type { Values } from '../../lint/values.ts';
import { changed } from '../../notation/encode.ts';
import type { Edit } from '../../schema/problem.ts';
import { patched, type Rewrite, rewritesIn, sewn, whole } from '../../text/patchwork.ts';
import { withText } from '../form/text.ts';
import { compared, type Expected, formOf, prints, wordsOf } from './expected.ts';
import type { Hunk } from './hunk.ts';
import { withHunks } from './hunks.ts';
import type { Maker } from './maker.ts';
import { NewEntry } from './new-entry.ts';
import type { Pair } from './pair.ts';
import { full, ink, type MadeParagraph, type Paragraph } from './paragraph.ts';
import { place } from './placing.ts';

/** Something that may be carried into the plan by itself: what it changes in the document, and in the plan. */
export interface Unit {
  /** Words of paragraphs. */
  hunks: ReadonlyMap<MadeParagraph, readonly Hunk[]>;
  /** What was put in, taken out or moved. */
  pairs: readonly Pair[];
  /** Of values, or of the file's own lines. */
  edits: readonly Edit[];
  rewrites: readonly Rewrite[];
  /** Paragraphs that print the same words of the plan, and change along. */
  follows?: readonly MadeParagraph[];
}

/** Tries what comes of changes: the plan with them has to print what it printed, with these changes and no others. */
export class Trials {
  /** What is sound by itself, and not together with others. */
  readonly lost = new Set<Unit>();
  /** Cells that came or went with what a unit puts in or takes out, such as the row of a task in 任务清单. */
  readonly along = new Map<Unit, readonly string[]>();
  readonly #source: string;
  readonly #made: readonly MadeParagraph[];
  readonly #errors: number;
  readonly #maker: Maker;
  readonly #values: Values;

  constructor(maker: Maker, source: string, values: Values, made: readonly MadeParagraph[], errors: number) {
    this.#maker = maker;
    this.#source = source;
    this.#values = values;
    this.#made = made;
    this.#errors = errors;
  }

  /** The units that can be carried together; most of them can, so halves are tried before single ones. */
  async sound(units: readonly Unit[]): Promise<Unit[]> {
    if (units.length === 0 || (await this.isSound(units))) return [...units];
    if (units.length === 1) return [];
    const middle = units.length >> 1;
    const good = await this.sound(units.slice(0, middle));
    const others = await this.sound(units.slice(middle));
    if (good.length === 0 || others.length === 0) return [...good, ...others];
    if (await this.isSound([...good, ...others])) return [...good, ...others];
    for (const unit of others)
      if (await this.isSound([...good, unit])) good.push(unit);
      else this.lost.add(unit);
    return good;
  }

  async isSound(units: readonly Unit[]): Promise<boolean> {
    const tried = await this.#tried(units);
    if (!tried) return false;
    const pairs = units.flatMap((unit) => unit.pairs);
    const along = compared(tried.printed, tried.expected, wordsOf(pairs), NewEntry.of(pairs, this.#made));
    if (!along) return false;
    for (const unit of units)
      if (along.length > 0 && unit.pairs.length > 0) this.along.set(unit, along);
      else this.along.delete(unit);
    return true;
  }

  /** What the plan prints with changes, and what it should; nothing where they can't be made, or make more errors. */
  async #tried(units: readonly Unit[]) {
    const rewrites = this.rewrites(units);
    const expected = rewrites && this.expected(units);
    if (!expected) return undefined;
    const after = await this.#maker.printed(sewn(this.#source, patched(whole(this.#source), rewrites)));
    return after && after.errors <= this.#errors ? { printed: after.paragraphs, expected } : undefined;
  }

  /** What is printed elsewhere too when a unit is carried by itself: paragraphs that the document has otherwise. */
  async elsewhere(unit: Unit, isValue: boolean): Promise<readonly string[] | undefined> {
    const { printed, expected } = (await this.#tried([unit])) ?? {};
    if (!printed || printed.length !== expected?.length) return undefined;
    const others = expected.filter((each, index) => !prints(printed[index], each));
    // Words that are printed otherwise at their own place can't be said so; a value may stand there twice.
    const isOther = ({ made }: Expected) => made !== undefined && (isValue || !unit.hunks.has(made));
    return others.every(isOther) ? others.map(({ text }) => text) : undefined;
  }

  /** Whether all changes together give a document; not where a place was misunderstood. */
  gives(all: readonly Pick<Unit, 'hunks' | 'pairs'>[], edited: readonly Paragraph[]): boolean {
    const units = all.map(({ hunks, pairs }) => ({
      hunks,
      pairs: hunks.size > 0 ? [] : pairs,
      edits: [],
      rewrites: [],
    }));
    const expected = this.expected(units);
    return (
      expected?.length === edited.length &&
      expected.every(({ text }, index) => ink(full(edited[index] as Paragraph)).endsWith(ink(text)))
    );
  }

  /** The changes of the file; nothing where two of them touch each other, or where a value can't be written so. */
  rewrites(units: readonly Unit[]): readonly Rewrite[] | undefined {
    const edits = distinct(units.flatMap((unit) => unit.edits));
    const lines = distinct(units.flatMap((unit) => unit.rewrites));
    if (isTouching(edits) || isTouching(lines)) return undefined;
    const values = edits.length === 0 ? [] : (this.#values.rewrites(edits) ?? this.#rewritten(edits));
    if (!values) return undefined;
    const all = [...values, ...lines].sort((a, b) => a.start - b.start || a.end - b.end);
    return lines.length > 0 && isTouching(all) ? undefined : all;
  }

  /** Each value in whatever notation it can be written. */
  #rewritten(edits: readonly Edit[]): readonly Rewrite[] | undefined {
    let pieces = whole(this.#source);
    for (const [scalar, own] of [...(this.#values.byScalar(edits) ?? [])].reverse()) {
      const rewrites =
        this.#values.rewrites(own) ?? withText(this.#source, scalar.start, changed(scalar, own));
      if (!rewrites) return undefined;
      pieces = patched(pieces, rewrites);
    }
    return rewritesIn(pieces, this.#source.length);
  }

  expected(units: readonly Unit[]): Expected[] | undefined {
    const hunks = new Map<MadeParagraph, Hunk[]>();
    for (const unit of units)
      for (const [made, own] of unit.hunks) hunks.set(made, [...(hunks.get(made) ?? []), ...own]);
    const all = this.#made.map(
      (made): Expected => ({
        made,
        text: withHunks(made.text, hunks.get(made) ?? []),
        isNumbered: made.number !== '',
        form: formOf(made.number),
      }),
    );
    return units.flatMap(({ pairs }) => pairs).every((pair) => place(all, pair)) ? all : undefined;
  }
}

function distinct<T extends Rewrite>(all: readonly T[]): T[] {
  const found = new Map(all.map((each) => [`${each.start} ${each.end} ${each.text}`, each]));
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Two changes at one place, or one within another. */
function isTouching(sorted: readonly Rewrite[]): boolean {
  return sorted.some(({ start }, index) => {
    const before = sorted[index - 1];
    return (
      before !== undefined && (start < before.end || (start === before.start && before.end === before.start))
    );
  });
}
