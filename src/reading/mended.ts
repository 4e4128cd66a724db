import { ordinalOf } from '../outline/ordinal.ts';
import { withWholeRolls } from './attendance.ts';
import { withWholeHeadings } from './broken-headings.ts';
import { cleaned } from './characters.ts';
import { linesOf } from './lines-of.ts';
import { withNumbersAbove } from './numbers-above.ts';
import { withoutPageNumbers } from './page-numbers.ts';
import type { Printed, PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';
import { rejoined } from './rejoined.ts';
import { cut } from './rewritten.ts';

/**
 * What a web page, a PDF or a printer did to a text undone: odd characters, page numbers in it, paragraphs glued together
 * behind a tab, and lines broken where the page ended. Everything that is changed is told.
 */
export function mended({ blocks, notes }: Printed): Printed {
  const lines = linesOf(blocks);
  const { lines: clean, told } = cleaned(lines);
  const by = new Map(lines.map((line, index) => [line, clean[index] ?? line]));
  const more: ReadingNote[] = [...told].map(([name, places]) => ({
    source: places[0] ?? 1,
    what: 'changed',
    message: `${name}，共 ${places.length} 处：第 ${[...new Set(places)].slice(0, 10).join('、')} 行`,
  }));
  const read = blocks.map((block) => withLines(block, by));
  const paged = withNumbersAbove(withoutPageNumbers(read, more), more);
  const parted = paged.flatMap((block): PrintedBlock[] =>
    block.kind === 'line' ? unglued(block, more) : [block],
  );
  const listed = withWholeRolls(parted, more);
  return { blocks: withWholeHeadings(rejoined(listed, more), more), notes: [...notes, ...more] };
}

/** A block with other lines in it. */
function withLines(block: PrintedBlock, by: ReadonlyMap<PrintedLine, PrintedLine>): PrintedBlock {
  const other = (line: PrintedLine) => by.get(line) ?? line;
  if (block.kind === 'line') return other(block);
  if (block.kind === 'box') return { ...block, lines: block.lines.map((each) => withLines(each, by)) };
  if (block.kind !== 'table') return block;
  return {
    ...block,
    rows: block.rows.map((row) => row.map((cell) => ({ ...cell, lines: cell.lines.map(other) }))),
  };
}

const isArticle = /^第[一二三四五六七八九十百零]+条(?![的所和至或、，第款项中规])/;

/** A number behind a tab or wide blanks that follow the end of a sentence begins a paragraph of its own. */
function unglued(line: PrintedLine, notes: ReadingNote[]): PrintedLine[] {
  const found = /(?<=[。；：])(?:[ \u3000]*\t[ \t\u3000]*|[ \u3000]{2,})(?=\S)/u.exec(line.text);
  const behind = found ? found.index + found[0].length : 0;
  const ordinal = found && ordinalOf(line.text.slice(behind));
  if (!found || !ordinal || ordinal.word || (ordinal.weak && !isArticle.test(line.text.slice(behind))))
    return [line];
  notes.push({
    source: line.source,
    what: 'changed',
    message: `“${ordinal.text}”接在上一段后面，已另起一段`,
  });
  return [cut(line, 0, found.index), ...unglued({ ...cut(line, behind), indent: 2 }, notes)];
}
