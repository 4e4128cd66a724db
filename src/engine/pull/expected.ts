import { ordinalOf } from '../../outline/ordinal.ts';
import { gather } from '../../text/groups.ts';
import { append } from '../../text/long-lists.ts';
import type { NewEntry } from './new-entry.ts';
import type { Pair } from './pair.ts';
import { full, ink, type MadeParagraph, type Paragraph } from './paragraph.ts';
import { numberedAs } from './paragraphs.ts';

/** A paragraph as it should be printed. */
export interface Expected {
  made?: MadeParagraph;
  text: string;
  isNumbered: boolean;
  /** Of its number, where it says at which level it stands. */
  form?: string | undefined;
  /** The number of a row, whatever it is. */
  isCount?: boolean;
}

/** All that is said by what came or went. */
export function wordsOf(pairs: readonly Pair[]): string {
  const texts = pairs.flatMap((pair) => [
    ...('edited' in pair ? [pair.edited].flat() : []),
    ...('made' in pair ? [pair.made].flat() : []),
  ]);
  return texts.map((each) => ink(full(each))).join('\n');
}

/**
 * Whether the paragraphs are those that are expected; then the cells that came or went along, in whole rows that only
 * say what the changed paragraphs say.
 */
export function compared(
  paragraphs: readonly Paragraph[],
  expected: readonly Expected[],
  words: string,
  entry?: NewEntry,
): readonly string[] | undefined {
  const along: Paragraph[] = [];
  const isAlong = (each: Paragraph | undefined): each is Paragraph =>
    each?.cell !== undefined
      ? words !== '' && (isCount(each.text) || words.includes(ink(full(each))))
      : each !== undefined && !(each as Partial<MadeParagraph>).origins && entry?.isSaidBy(each) === true;
  let at = 0;
  for (const each of expected) {
    for (; isAlong(paragraphs[at]) && !prints(paragraphs[at], each) && !isAlong(each.made); at++)
      along.push(paragraphs[at] as Paragraph);
    if (prints(paragraphs[at], each)) at++;
    else if (isAlong(each.made)) along.push(each.made);
    else return undefined;
  }
  const rest = paragraphs.slice(at);
  if (!rest.every(isAlong)) return undefined;
  append(along, rest);
  const made = expected.flatMap((each) => each.made ?? []);
  const sides = [new Set(made), new Set(paragraphs)] as const;
  const isRows = sides.every((side) =>
    areRows(
      along.filter((each) => each.cell && side.has(each as MadeParagraph)),
      [...side],
    ),
  );
  const isWhole = entry?.isWhole(along.filter(({ cell }) => !cell)) ?? true;
  return isRows && isWhole ? along.map(({ text }) => text) : undefined;
}

/** Whether cells are all of their rows, numbers aside, which count on. */
function areRows(cells: readonly Paragraph[], all: readonly Paragraph[]): boolean {
  const isWord = ({ text }: Paragraph) => !isCount(text);
  const rows = new Map<string, Paragraph[]>();
  for (const each of cells.filter(isWord)) gather(rows, `${each.cell?.table} ${each.cell?.row}`, each);
  return [...rows].every(([key, own]) => {
    const row = all.filter((each) => isWord(each) && `${each.cell?.table} ${each.cell?.row}` === key);
    return row.length === own.length && own.some(({ text }) => text.length > 3);
  });
}

/** The number of a row. */
function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}

/** Numbers that are put in front of texts are those of their places. */
export function prints(
  paragraph: Paragraph | undefined,
  { text, isNumbered, made, form, isCount: isAnyNumber }: Expected,
): boolean {
  if (!paragraph || (made && (made.cell === undefined) !== (paragraph.cell === undefined))) return false;
  if (isAnyNumber || (made && isCounted(made))) return isCount(full(paragraph));
  if (!isNumbered) return ink(full(paragraph)) === ink(text);
  const parted = made ? numberedAs(paragraph, made) : paragraph;
  const isForm = form === undefined || form === formOf(parted.number);
  return parted.number !== '' && isForm && ink(parted.text) === ink(text);
}

/** 序号 is counted by the template. */
export function isCounted({ cell, text, origins }: MadeParagraph): boolean {
  return cell !== undefined && isCount(text) && origins.every(({ of }) => of === 'template');
}

/** （一） and （三） are of one form. */
export function formOf(number: string): string | undefined {
  return ordinalOf(number)?.form;
}
