import { blocksOf } from '../outline/blocks.ts';
import { stretchAt } from '../text/ascending.ts';
import { isHan } from '../text/paragraphs.ts';

/** A value as a reader of Chinese joins its lines. */
export interface Joined {
  text: string;
  /** Where lines begin in it that had no paragraph of their own. */
  wraps: readonly number[];
  /** The UTF-16 unit of the value that one of the text was, or its end. */
  unit(index: number): number;
}

/**
 * YAML puts a blank where a line was wrapped, and one line break for a blank line. Chinese has no blanks, a paragraph is
 * parted by a blank line wherever it stands, and a line that looks like the beginning of one is not joined at all.
 * `places` are those of the units in the file.
 */
export function joined(source: string, value: string, places: Int32Array): Joined {
  const breaks = breaksOf(source, value, places);
  const lines = [-1, ...breaks].map((before, index) => value.slice(before + 1, breaks[index]));
  const begins = beginnings(lines.join('\n'));
  const between = (index: number): string => {
    if (value[index] === '\n') return isBlankLine(source, value, places, index) ? '\n\n' : '\n';
    if (begins.has(index)) return '\n';
    return isHan(value.charAt(index - 1)) || isHan(value.charAt(index + 1)) ? '' : ' ';
  };
  const pieces: string[] = [];
  /** Where each piece begins in the text, and in the value. */
  const starts: number[] = [];
  const units: number[] = [];
  const wraps: number[] = [];
  let length = 0;
  const put = (piece: string, unit: number) => {
    pieces.push(piece);
    starts.push(length);
    units.push(unit);
    length += piece.length;
  };
  lines.forEach((line, index) => {
    put(line, (breaks[index - 1] ?? -1) + 1);
    const end = breaks[index];
    if (end === undefined) return;
    const parting = between(end);
    for (const character of parting) put(character, end);
    if (!parting.includes('\n')) wraps.push(length);
  });
  put('', value.length);
  return {
    text: pieces.join(''),
    wraps,
    unit(index) {
      const piece = stretchAt(starts, index);
      return (units[piece] ?? 0) + index - (starts[piece] ?? 0);
    },
  };
}

/** The units that stand for the break of a line in the file. */
function breaksOf(source: string, value: string, places: Int32Array): number[] {
  const breaks: number[] = [];
  for (let index = 0; index < value.length; index++)
    if (' \n'.includes(value.charAt(index)) && /[\r\n]/.test(source.charAt(places[index] ?? -1)))
      breaks.push(index);
  return breaks;
}

/** The breaks behind which a paragraph begins. */
function beginnings(lines: string): Set<number> {
  const begins = new Set<number>();
  for (const block of blocksOf(lines))
    for (const { start } of block.kind === 'rows' ? block.rows.map(({ line }) => line) : [block])
      begins.add(lines.lastIndexOf('\n', start - 1));
  return begins;
}

/** A last line break belongs to no blank line, and neither does one in front of a line that is indented on purpose. */
function isBlankLine(source: string, value: string, places: Int32Array, index: number): boolean {
  if (value[index - 1] === '\n' || value[index + 1] === '\n' || index === value.length - 1) return false;
  return (source.slice(places[index], places[index + 1]).match(/\n/g)?.length ?? 0) > 1;
}
