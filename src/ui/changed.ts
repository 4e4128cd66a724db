import { Chalk } from 'chalk';
import { oneLine } from '../text/printable.ts';

/** A stretch of a changed text. */
interface Stretch {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** What was changed at a place of a file. */
export interface Changed {
  place: string;
  what: string;
  /** Whether it is carried back, or only listed. */
  isTaken: boolean;
  lines: readonly (readonly Stretch[])[];
  /** What there is to say of it. */
  remarks: readonly string[];
}

/** Changes one below the other: what is gone struck out in red, what is new in green, or between marks without colours. */
export function changedLines(changes: readonly Changed[], colour: boolean): string {
  const { bold, dim, red, green, yellow, strikethrough } = new Chalk({ level: colour ? 1 : 0 });
  const shown = ({ is, text }: Stretch) => {
    const words = oneLine(text.replaceAll('\n', '⏎'));
    if (is === 'same') return words;
    if (colour) return is === 'gone' ? red(strikethrough(words)) : green(words);
    return is === 'gone' ? `【删：${words}】` : `【加：${words}】`;
  };
  return changes
    .map(({ place, what, isTaken, lines, remarks }) => {
      const head = `${bold(oneLine(place))} ${isTaken ? what : yellow(`${what}，只列出`)}`;
      const body = lines.map((line) => `  ${line.map(shown).join('')}`);
      return [head, ...body, ...remarks.map((each) => dim(`  ${oneLine(each)}`)), ''].join('\n');
    })
    .map((each) => `${each}\n`)
    .join('');
}
