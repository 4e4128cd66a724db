import { linesOf } from '../outline/lines.ts';
import { ordinalOf } from '../outline/ordinal.ts';
import { parseDate } from '../text/dates.ts';
import { width } from '../text/width.ts';
import { cleaned } from './characters.ts';
import { withoutPageNumbers } from './page-numbers.ts';
import type { Printed, PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';
import { cut, joined } from './rewritten.ts';

/**
 * What a web page, a PDF or a printer did to a text undone: odd characters, page numbers in it, paragraphs glued together
 * behind a tab, and lines broken where the page ended. Everything that is changed is told.
 */
export function mended({ blocks, notes }: Printed): Printed {
  const lines = blocks.filter((block) => block.kind === 'line');
  const { lines: clean, told } = cleaned(lines);
  const by = new Map(lines.map((line, index) => [line, clean[index] ?? line]));
  const more: ReadingNote[] = [...told].map(([name, places]) => ({
    source: places[0] ?? 1,
    message: `${name}已改正，共 ${places.length} 处：第 ${places.slice(0, 10).join('、')} 行`,
  }));
  const read = blocks.map((block) => (block.kind === 'line' ? (by.get(block) ?? block) : block));
  const paged = withoutPageNumbers(read, more);
  const parted = paged.flatMap((block): PrintedBlock[] =>
    block.kind === 'line' ? unglued(block, more) : [block],
  );
  return { blocks: rejoined(parted, more), notes: [...notes, ...more] };
}

/** A number behind a tab or wide blanks that follow the end of a sentence begins a paragraph of its own. */
function unglued(line: PrintedLine, notes: ReadingNote[]): PrintedLine[] {
  const found = /(?<=[。；：])(?:[ \u3000]*\t[ \t\u3000]*|[ \u3000]{2,})(?=\S)/u.exec(line.text);
  const behind = found ? found.index + found[0].length : 0;
  const ordinal = found && ordinalOf(line.text.slice(behind));
  if (!found || !ordinal || ordinal.weak || ordinal.word) return [line];
  notes.push({ source: line.source, message: `“${ordinal.text}”接在上一段后面，已另起一段` });
  return [cut(line, 0, found.index), ...unglued({ ...cut(line, behind), indent: 2 }, notes)];
}

/** Nobody breaks lines by hand that are longer than this many columns. */
const widest = 120;
/** The shortest line that may be full. */
const narrowest = 32;
/** A full line is at most this much shorter than the longest. */
const slack = 8;

interface Shape {
  line: PrintedLine;
  width: number;
  ends: 'closed' | 'open' | 'bare';
}

function shapeOf(line: PrintedLine): Shape {
  return {
    line,
    width: width(line.text) + (line.indent ?? 0) * 2,
    ends: linesOf(line.text)[0]?.ends ?? 'bare',
  };
}

/** Lines of a text that was broken where the page ended, joined again. */
function rejoined(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const shapes = blocks.map((block) => (isWords(block) ? shapeOf(block) : undefined));
  const widths = shapes.flatMap((shape) => (shape ? [shape.width] : [])).sort((a, b) => a - b);
  const most = widths.at(-1) ?? 0;
  if (most > widest) return [...blocks];
  const isFull = ({ width }: Shape) => width >= Math.max(narrowest, most - slack);
  const goesOn = (one: Shape | undefined, next: Shape | undefined) =>
    one !== undefined &&
    next !== undefined &&
    one.ends !== 'closed' &&
    isFull(one) &&
    !begins(next.line, one.line);
  const broken = shapes.filter((shape, index) => goesOn(shape, shapes[index + 1])).length;
  const full = shapes.filter((shape) => shape && isFull(shape)).length;
  if (broken === 0 || broken * 3 < full) return [...blocks];
  const made: PrintedBlock[] = [];
  let count = 0;
  shapes.forEach((shape, index) => {
    const block = blocks[index] as PrintedBlock;
    const before = shapes[index - 1];
    const last = made.at(-1);
    const follows =
      before && shape && last?.kind === 'line' && isFull(before) && !begins(shape.line, before.line);
    if (follows && (before.ends !== 'closed' || isMiddle(shapes, index, isFull))) {
      const between = /\w$/.test(last.text) && /^\w/.test(shape.line.text) ? ' ' : '';
      made[made.length - 1] = joined(last, shape.line, between);
      count++;
    } else made.push(block);
  });
  notes.push({ source: 1, message: `断开的行已接成段落，共 ${count} 处` });
  return made;
}

/** A full line behind the end of a sentence goes on when paragraphs of the text are indented and it isn't. */
function isMiddle(
  shapes: readonly (Shape | undefined)[],
  index: number,
  isFull: (shape: Shape) => boolean,
): boolean {
  const indented = shapes.filter((shape) => shape && (shape.line.indent ?? 0) >= 1.5 && isFull(shape)).length;
  return indented > 0 && !(shapes[index]?.line.indent ?? 0);
}

/** Whether a line looks like the beginning of a paragraph, whatever stands before it. */
function begins(line: PrintedLine, before: PrintedLine): boolean {
  const ordinal = ordinalOf(line.text);
  if (line.native || line.heading || (ordinal && !ordinal.weak)) return true;
  if (line.align === 'center' || line.align === 'right' || before.align === 'center') return true;
  if ((line.indent ?? 0) >= 1.5 && (line.indent ?? 0) > (before.indent ?? 0) - 1) return true;
  if (parseDate(line.text) || /^附\s*件|^抄送|^主送|^#{1,6} /.test(line.text)) return true;
  return /[：:]$/.test(before.text) || /〔\d*〕\d*号$/.test(line.text) || /〔\d*〕\d*号$/.test(before.text);
}

function isWords(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && block.text !== '' && block.within === undefined;
}
