import type { PrintedBlock, PrintedLine } from './printed.ts';
import { joined } from './rewritten.ts';

const alone = /^(?:PART ?\.? ?)?(0[1-9]|1\d)$/i;
/** The longest title below its number. */
const longest = 30;

/** Titles with the numbers that accounts put on a line of their own above them: 01, 02 … */
export function withNumbersAbove(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const words = blocks.filter((block) => !(block.kind === 'line' && block.text.trim() === ''));
  const pairs = words.flatMap((block, index): [PrintedLine, PrintedLine][] => {
    const next = words[index + 1];
    return isLine(block) && isLine(next) && alone.test(block.text) && isTitle(next) ? [[block, next]] : [];
  });
  const counts = pairs.every(([{ text }], index) => Number(alone.exec(text)?.[1]) === index + 1);
  const all = words.filter((block) => isLine(block) && alone.test(block.text));
  if (pairs.length < 2 || !counts || all.length !== pairs.length) return [...blocks];
  const titles = new Map(pairs.map(([number, title]) => [title, number]));
  const numbers = new Set<PrintedBlock>(pairs.map(([number]) => number));
  return blocks
    .filter((block) => !numbers.has(block))
    .map((block) => {
      const number = isLine(block) ? titles.get(block) : undefined;
      return number ? joined(number, block as PrintedLine, ' ') : block;
    });
}

function isTitle({ text }: PrintedLine): boolean {
  return text.length <= longest && /\p{Script=Han}/u.test(text) && !/[。；，：]$/.test(text);
}

function isLine(block: PrintedBlock | undefined): block is PrintedLine {
  return block?.kind === 'line' && block.within === undefined;
}
