import { ordinalOf } from '../outline/ordinal.ts';
import type { PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';
import { joined } from './rewritten.ts';

const alone = /^(?:PART ?\.? ?)?(0[1-9]|1\d)$/i;
/** The longest title below its number. */
const longest = 30;

/** Lines with the numbers that stand on a line of their own above them: 01, 02 … of accounts, and what a web page parted. */
export function withNumbersAbove(
  blocks: readonly PrintedBlock[],
  notes: ReadingNote[],
): readonly PrintedBlock[] {
  const words = blocks.filter((block) => !(block.kind === 'line' && block.text.trim() === ''));
  const all = words.flatMap((block, index): [PrintedLine, PrintedLine][] => {
    const next = words[index + 1];
    return isLine(block) && isLine(next) ? [[block, next]] : [];
  });
  const parted = all.filter(([number, next]) => isNumber(number) && isBehind(next));
  if (parted.length > 0)
    notes.push({
      source: parted[0]?.[0].source ?? 1,
      what: 'changed',
      message: `单独一行的序号已接到下一行前面，共 ${parted.length} 处：第 ${parted
        .slice(0, 10)
        .map(([{ source }]) => source)
        .join('、')} 行`,
    });
  return joinedPairs(
    joinedPairs(blocks, parted, (number) => (number.startsWith('第') ? '　' : '')),
    accountPairs(all),
    () => ' ',
  );
}

/** 01, 02 …: all of them, or none. */
function accountPairs(all: readonly [PrintedLine, PrintedLine][]): readonly [PrintedLine, PrintedLine][] {
  const numbers = all.filter(([{ text }]) => alone.test(text));
  const counts = numbers.every(
    ([{ text }, title], index) => isTitle(title) && Number(alone.exec(text)?.[1]) === index + 1,
  );
  return counts && numbers.length > 1 ? numbers : [];
}

/** A number and nothing else; chapters have their titles below them on purpose. */
function isNumber({ text }: PrintedLine): boolean {
  const found = ordinalOf(text);
  return found !== undefined && !found.word && found.to === text.length && !/^第[^条條]+$/.test(text.trim());
}

function isBehind({ text, native }: PrintedLine): boolean {
  return native === undefined && ordinalOf(text)?.word !== false && /^[\p{L}\p{N}“《（(]/u.test(text);
}

function joinedPairs(
  blocks: readonly PrintedBlock[],
  pairs: readonly [PrintedLine, PrintedLine][],
  between: (number: string) => string,
): readonly PrintedBlock[] {
  if (pairs.length === 0) return blocks;
  const titles = new Map(pairs.map(([number, title]) => [title, number]));
  const numbers = new Set<PrintedBlock>(pairs.map(([number]) => number));
  return blocks
    .filter((block) => !numbers.has(block))
    .map((block) => {
      const number = isLine(block) ? titles.get(block) : undefined;
      return number ? joined(number, block as PrintedLine, between(number.text)) : block;
    });
}

function isTitle({ text }: PrintedLine): boolean {
  return text.length <= longest && /\p{Script=Han}/u.test(text) && !/[。；，：]$/.test(text);
}

function isLine(block: PrintedBlock | undefined): block is PrintedLine {
  return block?.kind === 'line' && block.within === undefined;
}
