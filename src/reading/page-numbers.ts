import type { PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';

/** - 3 -, — 3 —, 第3页 共5页: page numbers that a PDF or a printer left in the text. */
const certain =
  /^(?:[-—–－·•\s]+\d{1,3}[-—–－·•\s]+|第\s*\d{1,3}\s*页(?:\s*(?:[,，/／、]\s*)?共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/;
/** 01 stands above a title, where it counts the parts of a text. */
const bare = /^(?!0)\d{1,3}$/;

/** Blocks without the page numbers that stand among them as lines; bare ones only where they count on. */
export function withoutPageNumbers(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const bareOnes = blocks.flatMap((block) =>
    isLine(block) && bare.test(block.text) ? [Number(block.text)] : [],
  );
  const counts =
    bareOnes.length > 1 && bareOnes.every((value, index) => value === (bareOnes[0] ?? 0) + index);
  const isNumber = (text: string) => certain.test(text) || (counts && bare.test(text));
  const dropped = blocks.filter(isLine).filter(({ text }) => isNumber(text));
  if (dropped.length === 0) return [...blocks];
  notes.push({
    source: dropped[0]?.source ?? 1,
    what: 'left out',
    message: `正文里的页码没有导入，共 ${dropped.length} 处`,
    text: dropped.map(({ text }) => text).join(' '),
  });
  return blocks.filter((block) => !(isLine(block) && isNumber(block.text)));
}

function isLine(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && block.within === undefined;
}
