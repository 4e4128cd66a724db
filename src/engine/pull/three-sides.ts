import type { Remembered } from '../../document/remembered.ts';
import { sentenceHash } from '../../review/remembering.ts';
import { append } from '../../text/long-lists.ts';
import type { Change } from './change.ts';
import { longestRise } from './in-order.ts';
import { matched } from './match.ts';
import { type IsOld, merged, whose } from './merged-text.ts';
import type { Pair } from './pair.ts';
import { full, type MadeParagraph, type Paragraph } from './paragraph.ts';
import { startOf } from './start-of.ts';

/** An edited document as if it had been made of the plan as it is now, and what was changed on both sides. */
export interface Rebased {
  edited: readonly Paragraph[];
  conflicts: readonly Change[];
}

/**
 * The plan was changed after the document had been made. What stands in the document as it stood there in the beginning
 * is nobody's change, and gives way to the plan; what stands so in the plan gives way to the document. Where neither
 * does, both sides were changed, and so it may be where the document has lost what it remembered: the plan is left
 * alone, and both are told.
 */
export function rebased(
  made: readonly MadeParagraph[],
  edited: readonly Paragraph[],
  { memory }: Remembered,
): Rebased {
  const isOld = memory && ((sentence: string) => memory.sentences.has(sentenceHash(sentence)));
  return new Rebasing(made, edited, isOld).rebased();
}

const both = '这一份送出以后，计划里这一处也改过，和文件里改的不一样，没有写进计划：请看着两边，自己改。';

class Rebasing {
  readonly #made: readonly MadeParagraph[];
  readonly #isOld: IsOld | undefined;
  readonly #edited: readonly Paragraph[];
  /** The edited ones that stand in the order in which they were made, by their sources. */
  readonly #inPlace: ReadonlySet<number>;
  readonly #marks: ReadonlyMap<number, readonly string[]>;
  readonly #own: Paragraph[] = [];
  readonly #placed = new Map<MadeParagraph, Paragraph>();
  readonly #conflicts: Change[] = [];
  /** What the plan puts elsewhere than the document does. */
  readonly #elsewhere = new Map<MadeParagraph, Paragraph>();

  constructor(made: readonly MadeParagraph[], edited: readonly Paragraph[], isOld: IsOld | undefined) {
    this.#made = made;
    this.#isOld = isOld;
    const numbered = edited.filter(({ marks }) => /^_pa\d+$/.test(marks[0] ?? ''));
    const inOrder = longestRise(numbered.map(({ marks }) => Number((marks[0] ?? '').slice('_pa'.length))));
    this.#inPlace = new Set(numbered.filter((_, index) => inOrder.has(index)).map(({ source }) => source));
    this.#marks = new Map(numbered.map(({ source, marks }) => [source, marks]));
    this.#edited = edited.map((each) => ({ ...each, marks: [] }));
  }

  rebased(): Rebased {
    for (const pair of matched(this.#made, this.#edited).pairs) this.#take(pair);
    for (const each of this.#made) this.#fill(each);
    return { edited: recounted(this.#own), conflicts: this.#conflicts };
  }

  #take(pair: Pair): void {
    switch (pair.kind) {
      case 'same':
        this.#keep(pair.made, pair.edited);
        break;
      case 'changed':
      case 'moved':
        this.#changed(pair);
        break;
      case 'new':
        for (const each of pair.edited) this.#new(pair, each);
        break;
      case 'gone':
        for (const each of pair.made) this.#gone(each);
        break;
      case 'split': {
        const marks = pair.edited.map(({ source }) => this.#marks.get(source)?.[0]);
        const wereTwo = new Set(marks).size > 1 && !marks.includes(undefined);
        if (wereTwo) this.#keep(pair.made, own(pair.made));
        else append(this.#own, pair.edited);
        this.#placed.set(pair.made, this.#own.at(-1) as Paragraph);
        break;
      }
      case 'merged':
        if (this.#marks.get(pair.edited.source)?.length === 1)
          for (const each of pair.made) this.#keep(each, own(each));
        else {
          this.#own.push(pair.edited);
          for (const each of pair.made) this.#placed.set(each, pair.edited);
        }
    }
  }

  #changed(pair: Extract<Pair, { kind: 'same' | 'changed' | 'moved' }>): void {
    const { made, edited } = pair;
    const { text, isConflict } = merged(made.text, edited.text, this.#isOld);
    if (isConflict) this.#conflict(pair, 'words', made.text, edited.text);
    // Moved in the plan, where the document has it in its old place.
    if (pair.kind === 'moved' && this.#inPlace.has(edited.source))
      this.#elsewhere.set(made, { ...edited, text, number: made.number });
    else this.#keep(made, { ...edited, text });
  }

  /** What is in the document and not in the plan: new, or taken out of the plan since. */
  #new(pair: Pair, each: Paragraph): void {
    const isKnown = this.#marks.has(each.source);
    const { some, all } = whose(each.text, this.#isOld);
    if (!isKnown && !all) this.#own.push(each);
    else if (!all) this.#conflict(pair, 'new', '', full(each));
    else if (!some) this.#own.push(each);
  }

  /** What is in the plan and not in the document: taken out there, or put into the plan since. */
  #gone(each: MadeParagraph): void {
    const { some, all } = whose(each.text, this.#isOld);
    if (all && some) return;
    if (some) this.#conflict({ kind: 'gone', made: [each] }, 'gone', full(each), '');
    this.#elsewhere.set(each, own(each));
  }

  /** Numbers are those of the plan as it is now: who counts on tells nothing of what was typed. */
  #keep(made: MadeParagraph, text: Paragraph): void {
    const numbered = { ...text, number: made.number };
    this.#placed.set(made, numbered);
    this.#own.push(numbered);
  }

  /** Puts a paragraph behind the one that it stands behind in the plan. */
  #fill(made: MadeParagraph): void {
    const text = this.#elsewhere.get(made);
    if (text === undefined) return;
    const before = this.#made.slice(0, this.#made.indexOf(made)).findLast((each) => this.#placed.has(each));
    const at = before ? this.#own.indexOf(this.#placed.get(before) as Paragraph) : -1;
    this.#own.splice(at + 1, 0, text);
    this.#placed.set(made, text);
  }

  #conflict(pair: Pair, kind: Change['kind'], before: string, after: string): void {
    this.#conflicts.push({ kind, start: startOf(pair, this.#made), before, after, taken: false, why: both });
  }
}

/** A paragraph of the plan as one of the document, where it has no place of its own. */
function own({ text, number, source, cell }: MadeParagraph): Paragraph {
  return { text, number, marks: [], source: -1 - source, ...(cell && { cell }) };
}

/** Rows of both sides in one table, counted anew. */
function recounted(paragraphs: readonly Paragraph[]): Paragraph[] {
  let row = 0;
  let last: string | undefined;
  return paragraphs.map((each) => {
    if (!each.cell) return each;
    const key = `${each.source < 0} ${each.cell.table} ${each.cell.row}`;
    if (key !== last) row++;
    last = key;
    return { ...each, cell: { ...each.cell, row } };
  });
}
