import { blocksOf } from '../outline/blocks.ts';
import { isHan } from '../text/paragraphs.ts';

/** A value as a reader of Chinese joins its lines. */
export interface Joined {
  text: string;
  /** For each UTF-16 unit of the text, and for its end, the unit of the value that it was. */
  units: readonly number[];
}

/**
 * YAML puts a blank where a line was wrapped, and one line break for a blank line. Chinese has no blanks, a paragraph is
 * parted by a blank line wherever it stands, and a line that looks like the beginning of one is not joined at all.
 * `places` are those of the units in the file.
 */
export function joined(source: string, value: string, places: Int32Array): Joined {
  const isBreak = (index: number) => /[\r\n]/.test(source.charAt(places[index] ?? -1));
  const begins = beginnings(value, isBreak);
  let text = '';
  const units: number[] = [];
  const put = (characters: string, unit: number) => {
    text += characters;
    for (let count = 0; count < characters.length; count++) units.push(unit);
  };
  for (let index = 0; index < value.length; index++) {
    const character = value.charAt(index);
    if (!/[ \n]/.test(character) || !isBreak(index)) put(character, index);
    else if (character === '\n') put(isBlankLine(source, value, places, index) ? '\n\n' : '\n', index);
    else if (begins.has(index)) put('\n', index);
    else if (!isHan(value.charAt(index - 1)) && !isHan(value.charAt(index + 1))) put(' ', index);
  }
  units.push(value.length);
  return { text, units };
}

/** The blanks behind which a paragraph begins. */
function beginnings(value: string, isBreak: (index: number) => boolean): Set<number> {
  let lines = '';
  for (let index = 0; index < value.length; index++)
    lines += value[index] === ' ' && isBreak(index) ? '\n' : value.charAt(index);
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
