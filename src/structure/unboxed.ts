import { linesOf } from '../reading/lines-of.ts';
import type { PrintedBlock, PrintedBox, PrintedCell, PrintedLine, PrintedTable } from '../reading/printed.ts';
import { withFile } from './front.ts';
import { numberedOf } from './heads.ts';
import { feet, isDocumentNumber, isLine, isUnit } from './marks.ts';

/** A frame around a whole text has so many numbers in it. */
const fewest = 2;

/** Blocks in which a foot or a head that is set as a table is lines again. */
export function unboxed(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const most = (2 / 3) * lengthOf(blocks);
  return blocks.flatMap((block): PrintedBlock[] => {
    if (isFrame(block) && lengthOf([block]) > most) return framed(block);
    if (block.kind !== 'box' && block.kind !== 'table') return [block];
    const rows = block.kind === 'box' ? block.lines.filter(isLine) : rowsOf(block);
    if (isFoot(rows)) return block.kind === 'box' ? block.lines : rows;
    return headOf(block) ?? [block];
  });
}

/** A table of one column, as which a whole text may be set. */
function isFrame(block: PrintedBlock): block is PrintedBox | PrintedTable {
  return block.kind === 'box' || (block.kind === 'table' && block.rows.every((row) => row.length === 1));
}

/** What stands in a frame around the text, where it counts. */
function framed(block: PrintedBox | PrintedTable): PrintedBlock[] {
  const lines = linesOf([block]);
  if (numberedOf(lines).length < fewest) return [block];
  return block.kind === 'box' ? block.lines : lines;
}

const lengthOf = (blocks: readonly PrintedBlock[]) =>
  linesOf(blocks).reduce((sum, { text, within }) => sum + (within ? 0 : text.length), 0);

/** A line a row; the cells of one row stand apart. */
function rowsOf({ rows, source }: PrintedTable): PrintedLine[] {
  return rows.flatMap((row): PrintedLine[] => {
    const cells = row.map(wordsOf).filter(Boolean);
    const line = row[0]?.lines[0];
    return cells.length > 0 ? [{ ...(line ?? { kind: 'line', source }), text: cells.join('　　') }] : [];
  });
}

function wordsOf({ lines }: PrintedCell): string {
  return lines.map(({ text }) => text.trim()).join('');
}

function isFoot(lines: readonly PrintedLine[]): boolean {
  const words = lines.filter(({ text }) => text !== '');
  return (
    words.length > 0 &&
    words.every(({ text }) => feet.cc.test(text) || feet.imprint.test(text) || feet.other.test(text))
  );
}

/**
 * A mark that is set as a table: an issuer and 文件, or issuers below each other with 文件 beside them, which stands for them
 * all; a number may stand below.
 */
function headOf(block: PrintedBox | PrintedTable): PrintedLine[] | undefined {
  const lines = linesOf([block]).filter(({ text }) => text.trim() !== '');
  const words = (line: PrintedLine) => line.text.replace(/[ \t\u3000]/g, '');
  const isFile = (line: PrintedLine) => words(line) === '文件';
  const isWhole = (line: PrintedLine) => /.文件$/.test(words(line)) && isUnit(words(line).slice(0, -2));
  const issuers = lines.filter((line) => isWhole(line) || isUnit(words(line)));
  const isHead =
    issuers.length > 0 &&
    issuers.length <= 8 &&
    lines.some((line) => isFile(line) || isWhole(line)) &&
    lines.every((line) => issuers.includes(line) || isFile(line) || isDocumentNumber(line.text));
  if (!isHead) return undefined;
  return lines
    .filter((line) => !isFile(line))
    .map((line) => (isUnit(words(line)) ? withFile(line) : { ...line, align: 'center' }));
}
