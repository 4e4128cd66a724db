import { linesOf } from '../outline/lines.ts';
import { ordinalOf } from '../outline/ordinal.ts';
import { parseDate } from '../text/dates.ts';
import { largest } from '../text/long-lists.ts';
import { width } from '../text/width.ts';
import { isAttended } from './attendance.ts';
import { isPlaced, type PrintedBlock, type PrintedLine, type ReadingNote } from './printed.ts';
import { together } from './rewritten.ts';

/** Nobody breaks lines by hand that are longer than this many columns. */
const widest = 120;
/** The shortest line that may be full. */
const narrowest = 32;
/** A full line is at most this much shorter than the longest. */
const slack = 8;

/** A line in the style of a heading that is longer has its text in it. */
const longestHeading = 40;

/** （责任单位：甲）ends what it stands behind. */
const remark = /[（(〔](?:责任|責任|牵头|牽頭|负责|主办|配合|完成|时限)[^（）()〔〕]{0,80}[）)〕]$/;

interface Shape {
  line: PrintedLine;
  width: number;
  ends: 'closed' | 'open' | 'bare';
}

function shapeOf(line: PrintedLine): Shape {
  return {
    line,
    width: width(line.text) + (line.indent ?? 0) * 2,
    ends: remark.test(line.text) ? 'closed' : (linesOf(line.text)[0]?.ends ?? 'bare'),
  };
}

/** Lines of a text that was broken where the page ended, joined again. */
export function rejoined(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const pages = blocks.filter((block) => block.kind !== 'break');
  const shapes = pages.map((block) => (isWords(block) ? shapeOf(block) : undefined));
  const [broken, cut, typed] = [whole(shapes) ?? here(shapes), flush(shapes), within(shapes)];
  if (!broken && !cut && !typed) return [...blocks];
  // What makes Word files of PDFs makes a section of each page; elsewhere something else begins with one.
  const begun = sectionsOf(blocks);
  const follows: Follows = (index) =>
    (broken?.(index) && !begun.has(pages[index] as PrintedBlock)) || cut?.(index) || typed?.(index) || false;
  // Lines that make one, and blocks that are none.
  const made: [PrintedBlock, ...PrintedLine[]][] = [];
  const groupOf = new Map<PrintedBlock, (typeof made)[number]>();
  const indices = new Map<PrintedBlock, number>(pages.map((block, index) => [block, index]));
  let count = 0;
  for (const block of blocks) {
    const index = indices.get(block) ?? -1;
    const before = pages[index - 1];
    const group = before && groupOf.get(before);
    if (group?.[0].kind === 'line' && block.kind === 'line' && !isAttended(block) && follows(index)) {
      group.push(block);
      groupOf.set(block, group);
      count++;
    } else {
      made.push([block]);
      groupOf.set(block, made.at(-1) as (typeof made)[number]);
    }
  }
  if (count > 0) notes.push({ source: 1, what: 'changed', message: `断开的行已接成段落，共 ${count} 处` });
  return made.map(([first, ...lines]) => (first.kind === 'line' ? together([first, ...lines]) : first));
}

/** The blocks that begin a section. */
function sectionsOf(blocks: readonly PrintedBlock[]): ReadonlySet<PrintedBlock> {
  return new Set<PrintedBlock>(
    blocks.filter((_, index) => {
      const before = blocks[index - 1];
      return before?.kind === 'break' && before.of === 'section';
    }),
  );
}

type Shapes = readonly (Shape | undefined)[];
/** Whether the line at a place goes on from the one before it. */
type Follows = (index: number) => boolean;

/** A text of which no line is longer than a page is wide: full lines go on. */
function whole(shapes: Shapes): Follows | undefined {
  const widths = shapes.map((shape) => shape?.width ?? 0);
  const most = largest(widths, 0);
  if (most > widest) return undefined;
  const isFull = ({ width }: Shape) => width >= Math.max(narrowest, most - slack);
  const mayFollow = (index: number) => {
    const [before, shape] = [shapes[index - 1], shapes[index]];
    return before !== undefined &&
      shape !== undefined &&
      (isFull(before) || isFigure(before.line, shape.line)) &&
      !begins(shape.line, before.line) &&
      isSentence(before, shape)
      ? before
      : undefined;
  };
  const broken = shapes.filter(
    (_, index) => mayFollow(index)?.ends !== 'closed' && mayFollow(index) !== undefined,
  ).length;
  const full = shapes.filter((shape) => shape && isFull(shape)).length;
  if (broken < 2 || broken * 3 < full) return undefined;
  // A full line behind the end of a sentence goes on when paragraphs of the text are indented and it isn't.
  const isIndented = shapes.some((shape) => shape && (shape.line.indent ?? 0) >= 1.5 && isFull(shape));
  const rest = (index: number) => {
    const [before, shape, behind] = [shapes[index - 1], shapes[index], shapes[index + 1]];
    const isCut = before && isNumbered(before.line) && before.ends === 'bare' && before.width > most * 0.7;
    return isCut && shape && behind && isFull(behind) && !isFull(shape) && isRest(shape);
  };
  return (index) => {
    const before = mayFollow(index);
    if (rest(index) && !begins((shapes[index] as Shape).line, (shapes[index - 1] as Shape).line)) return true;
    return (
      before !== undefined && (before.ends !== 'closed' || (isIndented && !(shapes[index]?.line.indent ?? 0)))
    );
  };
}

function isNumbered({ text }: PrintedLine): boolean {
  const ordinal = ordinalOf(text);
  return ordinal !== undefined && !ordinal.weak && !ordinal.word;
}

/** The rest of a title, behind which the text begins. */
function isRest({ ends, line }: Shape): boolean {
  return ends === 'bare' && !/[\d。；：，]/.test(line.text);
}

/** 5月3 and 1日前, 编织袋2 and 0000条: a figure that was broken in the middle, wherever its line ended. */
function isFigure({ text }: PrintedLine, next: PrintedLine): boolean {
  return (
    /\d$/.test(text) &&
    /[，、；。：]/.test(text) &&
    /^\d{1,6}[ \t\u3000]?[年月日时元万亿个人条件户亩份次吨米名]/.test(next.text)
  );
}

/** Names below each other have no marks; sentences that were broken have some. */
function isSentence(one: Shape, next: Shape): boolean {
  return /[，、；。：]/.test(one.line.text + next.line.text);
}

/** So many lines have to be broken at the same width before any of a text is taken for broken. */
const fewest = 5;
const spread = 14;

/** Some of a text was broken: lines that end in the middle of a sentence, all about as wide, and go on in one no wider. */
function here(shapes: Shapes): Follows | undefined {
  const isOpen = (index: number, strict: boolean) => {
    const [before, shape] = [shapes[index - 1], shapes[index]];
    return (
      before !== undefined &&
      shape !== undefined &&
      before.ends !== 'closed' &&
      before.width >= 36 &&
      before.width <= widest &&
      (shape.width <= before.width + spread || (!strict && /[，、；]/.test(before.line.text))) &&
      isSentence(before, shape) &&
      !begins(shape.line, before.line)
    );
  };
  const open = shapes
    .flatMap((_, index) => (isOpen(index, true) ? [shapes[index - 1]?.width ?? 0] : []))
    .sort((a, b) => a - b);
  const middle = open[open.length >> 1] ?? 0;
  const alike = open.filter((each) => Math.abs(each - middle) <= spread).length;
  if (open.length < fewest || alike * 5 < open.length * 4) return undefined;
  return (index) => isOpen(index, false) && Math.abs((shapes[index - 1]?.width ?? 0) - middle) <= spread;
}

/** So many paragraphs have to be indented, at the least, before one that isn't is taken for the rest of the one above. */
const fewestIndented = 5;

/** A text whose paragraphs are indented: one that isn't goes on from a sentence that the end of a page had cut. */
function flush(shapes: Shapes): Follows | undefined {
  const isFlush = ({ line }: Shape) => (line.indent ?? 0) < 1;
  const follows = (index: number) => {
    const [before, shape] = [shapes[index - 1], shapes[index]];
    return (
      before !== undefined &&
      shape !== undefined &&
      before.ends !== 'closed' &&
      width(before.line.text) >= 36 &&
      before.width <= widest &&
      isFlush(shape) &&
      isSentence(before, shape) &&
      !begins(shape.line, before.line)
    );
  };
  const long = shapes.filter(
    (shape, index) => shape !== undefined && shape.width >= 36 && !isPlaced(shape.line) && !follows(index),
  );
  const indented = long.filter((shape) => !isFlush(shape as Shape)).length;
  const isIndented = indented >= fewestIndented && indented * 10 >= long.length * 8;
  return isIndented && shapes.some((_, index) => follows(index)) ? follows : undefined;
}

/** A sentence goes on behind a break that was typed after one of its commas. */
function within(shapes: Shapes): Follows | undefined {
  const follows = (index: number) => {
    const [before, shape] = [shapes[index - 1], shapes[index]];
    return (
      before !== undefined &&
      shape?.line.soft === true &&
      /，$/.test(before.line.text) &&
      shape.ends !== 'bare' &&
      !begins(shape.line, before.line)
    );
  };
  return shapes.some((_, index) => follows(index)) ? follows : undefined;
}

/** Whether a line looks like the beginning of a paragraph, whatever stands before it. */
function begins(line: PrintedLine, before: PrintedLine): boolean {
  const ordinal = ordinalOf(line.text);
  if (line.native || line.heading || (ordinal && !ordinal.weak)) return true;
  if (isPlaced(line) || before.align === 'center') return true;
  if (before.heading !== undefined && before.text.length <= longestHeading) return true;
  if ((line.indent ?? 0) >= 1.5 && (line.indent ?? 0) > (before.indent ?? 0) - 1) return true;
  if (parseDate(line.text) || /^附\s*件|^抄送|^主送|^#{1,6} /.test(line.text)) return true;
  if (/[：:]$/.test(line.text) && line.text.length <= 30) return true;
  return /[：:]$/.test(before.text) || /〔\d*〕\d*号$/.test(line.text) || /〔\d*〕\d*号$/.test(before.text);
}

function isWords(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && block.text !== '' && block.within === undefined;
}
