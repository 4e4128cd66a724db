import { linesOf as linesIn } from '../outline/lines.ts';
import { ordinalOf } from '../outline/ordinal.ts';
import { entryWords } from './entry.ts';
import { linesOf } from './lines-of.ts';
import { isPlaced, type PrintedBlock, type PrintedLine, type ReadingNote } from './printed.ts';
import { joined } from './rewritten.ts';

/** A heading has no more lines than this. */
const mostLines = 3;
/** The longest heading that is put together. */
const longest = 64;
/** Nobody breaks a title in the middle of the page that is shorter. */
const shortest = 8;
/** Nobody breaks a title that is shorter into two paragraphs. */
const broken = 20;
/** The longest rest of such a title. */
const longestRest = 14;
/** Nothing so short is a heading of its own below a numbered one. */
const longestWord = 3;

/** Headings whose title goes on in the line below: behind a break that was typed, or in a paragraph of its own. */
export function withWholeHeadings(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const entries = new Set(linesOf(blocks).map(({ text }) => entryWords(text)));
  /** A table of contents, or some other place, has the whole title on one line. */
  const isSaid = (line: PrintedLine, next: PrintedLine) => entries.has(entryWords(line.text + next.text));
  const made: PrintedBlock[] = [];
  const places: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    let block = blocks[index] as PrintedBlock;
    for (let more = 1; more < mostLines && isHeading(block); more++) {
      const [next, behind] = [blocks[index + 1], blocks[index + 2]];
      if (next?.kind !== 'line' || next.within !== undefined || next.text === '') break;
      if (!isSaid(block, next) && !goesOn(block, next, behind)) break;
      places.push(next.source);
      block = joined(block, next, betweenOf(block, next));
      index++;
    }
    made.push(block);
  }
  if (places.length > 0)
    notes.push({
      source: places[0] ?? 1,
      what: 'changed',
      message: `断成两行的标题已接起来，共 ${places.length} 处：第 ${places.slice(0, 10).join('、')} 行`,
    });
  return made;
}

/** A line that begins with a number or has the style of a heading, and ends like no sentence. */
function isHeading(block: PrintedBlock): block is PrintedLine {
  return (
    block.kind === 'line' &&
    block.within === undefined &&
    block.text.length <= longest &&
    (block.heading !== undefined || block.native !== undefined || isNumbered(block.text)) &&
    !/[。；！？]|[：:…]$/.test(block.text)
  );
}

function isNumbered(text: string): boolean {
  const ordinal = ordinalOf(text);
  return (
    ordinal !== undefined &&
    !ordinal.word &&
    (!ordinal.weak || /^第[^条款條]{1,6}[\s\u3000]?|^\d{1,2}(?:[.．]\d{1,2}){1,4}[ \t\u3000]/.test(text))
  );
}

function goesOn(line: PrintedLine, next: PrintedLine, behind: PrintedBlock | undefined): boolean {
  const { text, native, soft = false } = next;
  if (native || ordinalOf(text) || /^[^A-Za-z㐀-鿿《“（(]|^.{1,10}[：:]/.test(text)) return false;
  if (line.align !== next.align || line.heading !== next.heading) return false;
  const [own, rest] = [lookOf(line), lookOf(next)];
  if (own !== undefined && rest !== own) return false;
  const length = wordsOf(line).length;
  if (length === 0) return line.text.startsWith('第') && isBare(text) && text.length <= broken;
  if (isOpen(line.text)) return length >= 6 && (soft || !isDeeper(next, line));
  if (!isBare(text)) return soft && own !== undefined && length >= 6;
  if (line.text.length + text.length > longest) return false;
  if (line.align === 'center' && own === rest && length >= shortest && behind?.kind === 'line') return true;
  if (line.heading !== undefined && length >= shortest && isWord(text) && behind?.kind === 'line')
    return true;
  if (own !== undefined || line.align === 'center' || line.heading !== undefined)
    return soft || (behind?.kind === 'line' && isRest(line, next) && lookOf(behind) !== own);
  if (/\d/.test(text) || behind?.kind !== 'line' || behind.soft || isPlaced(behind)) return false;
  return /[。：]$/.test(behind.text) && !ordinalOf(behind.text) && (soft || isRest(line, next));
}

/** 体系 is the end of a title, 附则 and 结语 are titles. */
function isWord(text: string): boolean {
  return (
    text.length <= longestWord &&
    !/^(?:[总總附]\s*[则則]|[结結]\s*[语語論论]|前\s*言|引\s*言|附\s*[录錄件表])$/.test(text)
  );
}

/** A long title and a short rest, which is no paragraph of its own by its indent. */
function isRest(line: PrintedLine, next: PrintedLine): boolean {
  return wordsOf(line).length >= broken && next.text.length <= longestRest && !isDeeper(next, line);
}

function isDeeper(next: PrintedLine, line: PrintedLine): boolean {
  return (next.indent ?? 0) > (line.indent ?? 0);
}

/** The words behind the number. */
function wordsOf({ text, native }: PrintedLine): string {
  return text.slice(native?.number.length ?? ordinalOf(text)?.to ?? 0).trim();
}

/** It ends in the middle of something: behind 、 or 的, or within a bracket. */
function isOpen(text: string): boolean {
  return linesIn(text)[0]?.ends === 'open' || /[（(《“][^（(《“）)》”]*$/.test(text);
}

function isBare(text: string): boolean {
  return !/[。；]|[：:，、！？…]$/.test(text);
}

/** How a line, or what it begins with, is set apart from others. */
function lookOf({ marked, text }: PrintedLine): string | undefined {
  const first = marked?.find(({ from, to }) => from === 0 && (to >= text.length || to >= 2));
  return first && `${first.face ?? ''}${first.bold ? ' bold' : ''}`;
}

function betweenOf(line: PrintedLine, next: PrintedLine): string {
  if (wordsOf(line) === '') return '　';
  return /\w$/.test(line.text) && /^\w/.test(next.text) ? ' ' : '';
}
