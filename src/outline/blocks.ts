import { isBare, layoutOf } from './layout.ts';
import { type Line, linesOf } from './lines.ts';
import type { Ordinal } from './ordinal.ts';
import { type Row, runsOf } from './rows.ts';

/** One paragraph of a text, whichever way it was broken into lines. */
export interface Paragraph {
  kind: 'paragraph';
  start: number;
  end: number;
  /** The number it begins with; its place is one in the paragraph. */
  ordinal?: Ordinal;
  /** One line that doesn't end like a sentence: a title, if something stands below it. */
  bare: boolean;
  /** It may be the title of what follows, or only the first line of it. */
  unsure: boolean;
}

/** Lines that are cut into cells by tabs or bars, two or more. */
export interface Rows {
  kind: 'rows';
  start: number;
  end: number;
  rows: readonly Row[];
}

export type Block = Paragraph | Rows;

/** The paragraphs of a text and the rows in it; what isn't to be read as words is hidden in it by \0. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const runs = runsOf(lines);
  const layout = layoutOf(lines, (line) => runs.has(line));
  const isCounted = counter(lines);
  const blocks: Block[] = [];
  /** Of the paragraph that may go on: whether it has a line, the first one with words, and how many such it has. */
  let open = false;
  let first: Line | undefined;
  let worded = 0;
  const take = (line: Line) => {
    if (line.hidden) return;
    first ??= line;
    worded++;
  };
  lines.forEach((line, index) => {
    const run = runs.get(line);
    if (run) {
      open = false;
      first = undefined;
      worded = 0;
      if (run.first === line) blocks.push({ kind: 'rows', start: line.start, end: run.end, rows: run.rows });
      return;
    }
    const ordinal =
      line.ordinal && isCounted(line, line.ordinal, lines[index - 1]) ? line.ordinal : undefined;
    const begins =
      ordinal !== undefined ||
      line.opens ||
      line.before !== 'wrap' ||
      layout.parts(line, first, worded === 1);
    const block = blocks.at(-1);
    if (block?.kind === 'paragraph' && open && !begins) {
      block.end = line.end;
      block.bare = false;
      take(line);
      return;
    }
    open = true;
    first = undefined;
    worded = 0;
    take(line);
    blocks.push({
      kind: 'paragraph',
      start: line.start,
      end: line.end,
      ...(ordinal && { ordinal }),
      bare: isBare(line),
      unsure: layout.unsure(line, lines[index + 1]),
    });
  });
  return blocks;
}

/**
 * Whether a line begins with a number. A weak one has to go on from the last of its form, behind the end of a sentence,
 * and to have others of its form that are none; articles may all run into their texts.
 */
function counter(lines: readonly Line[]) {
  const sure = new Set(lines.flatMap(({ ordinal }) => (ordinal && !ordinal.weak ? [ordinal.form] : [])));
  const last = new Map<string, number>();
  return (line: Line, { form, value, weak }: Ordinal, before: Line | undefined): boolean => {
    const ended =
      before === undefined || line.before !== 'wrap' || before.ends === 'closed' || isBare(before);
    const fits = ended && value === (last.get(form) ?? 0) + 1 && (sure.has(form) || form.startsWith('第'));
    if (weak && !fits) return false;
    last.set(form, value);
    return true;
  };
}
