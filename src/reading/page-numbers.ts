import { ordinalOf } from '../outline/ordinal.ts';
import type { PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';

/** - 3 -, — 3 —, 第3页 共5页: page numbers that a PDF or a printer left in the text. */
const certain =
  /^(?:[-—–－·•\s]+\d{1,3}[-—–－·•\s]+|第\s*\d{1,3}\s*页(?:\s*(?:[,，/／、]\s*)?共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/;
/** 01 stands above a title, where it counts the parts of a text. */
const bare = /^(?!0)\d{1,3}$/;

/** Blocks without the page numbers that stand among them as lines, bare ones only where they count on, and what pages have beside them. */
export function withoutPageNumbers(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const bareOnes = blocks.flatMap((block) =>
    isLine(block) && bare.test(block.text) ? [Number(block.text)] : [],
  );
  const counts =
    bareOnes.length > 1 && bareOnes.every((value, index) => value === (bareOnes[0] ?? 0) + index);
  const isNumber = ({ text }: PrintedLine) => certain.test(text) || (counts && bare.test(text));
  const numbers = new Set<PrintedBlock>(blocks.filter((block) => isLine(block) && isNumber(block)));
  if (numbers.size === 0) return [...blocks];
  const heads = headsBeside(numbers, blocks);
  notes.push(leftOut('页码', [...numbers]));
  if (heads.size > 0) notes.push(leftOut('页眉页脚', [...heads]));
  return blocks.filter((block) => !numbers.has(block) && !heads.has(block));
}

function leftOut(what: string, blocks: readonly PrintedBlock[]): ReadingNote {
  const lines = blocks.filter(isLine);
  return {
    source: lines[0]?.source ?? 1,
    what: 'left out',
    message: `正文里的${what}没有导入，共 ${lines.length} 处`,
    text: lines.map(({ text }) => text).join(' '),
  };
}

/** Lines that say the same beside half of the page numbers, on the same side, and begin or end no part of the text. */
function headsBeside(
  numbers: ReadonlySet<PrintedBlock>,
  blocks: readonly PrintedBlock[],
): ReadonlySet<PrintedBlock> {
  const words = blocks.filter((block) => !isLine(block) || block.text.trim() !== '');
  const heads = new Set<PrintedBlock>();
  for (const side of [-1, 1]) {
    const beside = words
      .flatMap((block, index) => (numbers.has(block) ? (words[index + side] ?? []) : []))
      .filter((block) => isLine(block) && isHead(block)) as PrintedLine[];
    const counts = new Map<string, number>();
    for (const { text } of beside) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const line of beside) {
      const count = counts.get(line.text) ?? 0;
      if (count > 1 && count * 2 >= numbers.size - 1) heads.add(line);
    }
  }
  return heads;
}

function isHead({ text }: PrintedLine): boolean {
  return (
    text.length >= 4 &&
    text.length <= 40 &&
    !/[。；：，]$|^附/.test(text) &&
    !certain.test(text) &&
    ordinalOf(text) === undefined
  );
}

function isLine(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && block.within === undefined;
}
