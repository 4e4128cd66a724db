import type { Scalar } from '../../../schema/node.ts';
import { largest, smallest } from '../../../text/long-lists.ts';
import type { Rewrite } from '../../../text/patchwork.ts';
import { indentAt, waysToWrite } from '../../form/guarded.ts';
import { endOf, lineStart } from '../../form/whole.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { sound, type Way } from './said.ts';
import type { Standing } from './standing.ts';

/** A change of a text, by places in its value. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** The way to make changes in a text of the file: in its own lines where it has such, or by writing it anew. */
export function textChanged(standing: Standing, leaf: Scalar, edits: readonly TextEdit[]): Way | undefined {
  const { source } = standing;
  const sorted = [...edits].sort((a, b) => a.from - b.from);
  let text = '';
  let read = 0;
  for (const edit of sorted) {
    text += leaf.text.slice(read, edit.from) + edit.text;
    read = edit.to;
  }
  text += leaf.text.slice(read);
  return rewrittenAs(
    standing,
    leaf,
    text,
    /^[|>]/.test(source.slice(leaf.start)) ? [inLines(source, leaf, sorted)] : [],
  );
}

/** The way to give a text of the file another value. */
export function rewrittenAs(
  standing: Standing,
  leaf: Scalar,
  text: string,
  first: readonly (readonly Rewrite[])[] = [],
): Way | undefined {
  const { source } = standing;
  const said = { instead: new Map([[leaf, text.trimEnd()]]) };
  const span = { start: leaf.start, end: endOf(source, leaf) };
  const ways = [...waysToWrite(text, indentAt(source, leaf.start))].map((way): readonly Rewrite[] => [
    { ...span, text: way },
  ]);
  return sound(
    standing,
    [...first, ...ways].map((rewrites) => ({ rewrites, said })),
  );
}

/** Changes of a text on lines of its own, each where it stands. */
function inLines(source: string, leaf: Scalar, edits: readonly TextEdit[]): Rewrite[] {
  const first = leaf.at(0);
  const indent = ' '.repeat(first - lineStart(source, first));
  return edits.map(({ from, to, text }) => {
    const isInside = from !== to && leaf.text[from] !== '\n';
    const start = isInside || leaf.text[from - 1] === '\n' ? leaf.at(from) : leaf.at(from, 'end');
    // Where a line was wrapped, the break goes with what parts its words.
    const isWrapped = from === to && text.startsWith('\n') && leaf.at(from) > start;
    const end = from === to ? start : leaf.at(to, leaf.text[to - 1] === '\n' ? undefined : 'end');
    return {
      start,
      end: isWrapped ? leaf.at(from) : end,
      text: text.replace(/\n(?=[^\n])/g, `\n${indent}`).replace(/\n$/, `\n${indent}`),
    };
  });
}

/** A line of a text, and who prints it. */
export interface TextLine {
  from: number;
  /** Without its break. */
  to: number;
  printedBy: ReadonlySet<MadeParagraph>;
}

export function linesOfText(standing: Standing, leaf: Scalar): TextLine[] {
  const prints = standing.within({ start: leaf.start, end: leaf.start + 1 });
  let from = 0;
  return leaf.text.split('\n').map((line) => {
    const [start, to] = [from, from + line.length];
    from = to + 1;
    const here = prints.filter((print) => print.from < to && print.to > start);
    return { from: start, to, printedBy: new Set(here.map(({ made }) => made)) };
  });
}

/** From where to where in a text a paragraph is printed of it, by whole lines where no other prints of them. */
export function regionOf(
  standing: Standing,
  leaf: Scalar,
  made: MadeParagraph,
): { from: number; to: number } | undefined {
  const prints = standing.of(made).filter((print) => print.trail.leaf === leaf);
  if (prints.length === 0) return undefined;
  const [from, to] = [smallest(prints.map((each) => each.from)), largest(prints.map((each) => each.to))];
  const own = linesOfText(standing, leaf).filter(
    (line) => line.printedBy.has(made) && line.printedBy.size === 1,
  );
  const [starts, ends] = [own.map((line) => line.from), own.map((line) => line.to)];
  return { from: smallest(starts, from), to: largest(ends, to) };
}

/** What parts two paragraphs of a text: a blank line unless it has several paragraphs without one between them. */
export function separatorIn(standing: Standing, leaf: Scalar): string {
  const lines = linesOfText(standing, leaf).filter(({ printedBy }) => printedBy.size > 0);
  const areClose = lines.some((line, index) => {
    const before = lines[index - 1];
    return (
      before && before.to + 1 === line.from && ![...line.printedBy].some((made) => before.printedBy.has(made))
    );
  });
  return areClose ? '\n' : '\n\n';
}
