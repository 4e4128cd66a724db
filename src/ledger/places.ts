import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import type { Plan } from '../plan/plan.ts';
import { marked } from '../review/mark.ts';
import { withoutMarks } from '../review/marks.ts';
import type { Scalar } from '../schema/node.ts';

/** Where a text is printed: its number there, and the headings above it. */
export interface Printed {
  number: string;
  section: string;
}

/**
 * Where texts of a plan are printed, by making its document with marks around them; in a paragraph of its own rather than
 * in a table, which tells the number of the row.
 */
export function printedPlaces(
  plan: Plan,
  texts: readonly (Scalar | undefined)[],
  make: (plan: Plan) => readonly NumberedBlock[],
): Printed[] {
  const nowhere = { start: -1, end: -1 };
  const blocks = make(
    marked(
      plan,
      texts.map((text) => text ?? nowhere),
    ),
  );
  const found = new Map<number, Printed & { inTable: boolean }>();
  let above: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (isNewPart(block)) above = [];
    if (block.kind === 'heading') above = above.filter(({ level }) => level < block.level);
    const section = above.map(({ text }) => text).join('\n');
    const inTable = block.kind === 'table';
    const add = (number: string, lines: readonly string[]) => {
      for (const index of lines.flatMap((line) => [...withoutMarks(line).ranges.keys()])) {
        const known = found.get(index);
        if (known === undefined || (known.inTable && !inTable))
          found.set(index, { number, section, inTable });
      }
    };
    if (block.kind === 'table')
      for (const row of block.rows) add(numberOf(row.map(plain)[0] ?? ''), row.map(plain));
    else add('label' in block ? block.label : '', textsOf([block]).map(plain));
    if (block.kind === 'heading') {
      const { text } = withoutMarks(plain(block.text));
      above.push({ level: block.level, text: block.label + text });
    }
  }
  return texts.map((_, index) => found.get(index) ?? { number: '', section: '' });
}

function isNewPart(block: NumberedBlock): boolean {
  return block.kind === 'title' || (block.kind === 'paragraph' && block.role === 'attachmentLabel');
}

/** The first cell of a row, where it counts the rows. */
function numberOf(cell: string): string {
  return /^\d+$/.test(cell) ? cell : '';
}
