import type { NumberedBlock, Table } from '../document/block.ts';
import { isBetterAcross } from '../page/height.ts';
import { profile } from '../page/profiles.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report } from '../schema/problem.ts';

/** Proposes to lay tables of attachments across that are better so. */
export function checkTables(plan: Plan, blocks: readonly NumberedBlock[], report: Report): void {
  const look = profile(plan.layout);
  const printed = (plan.attachments ?? []).filter(({ title: _, label: __, ...content }) =>
    Object.values(content).some((each) => each !== undefined),
  );
  for (const [index, tables] of tablesOfAttachments(blocks).entries()) {
    const place = printed[index]?.title;
    if (place === undefined || !tables.some((table) => isBetterAcross(table, look))) continue;
    report({
      severity: 'info',
      code: 'plan/table-across',
      start: place.start,
      end: place.end,
      message: '这张表的列太多，竖着排每列只有一两个字宽。',
      advice: '在“表格”里写“横排: 是”，横着排；或者少几列。',
    });
  }
}

/** The upright ones, in the order of the attachments that are printed. */
function tablesOfAttachments(blocks: readonly NumberedBlock[]): Table[][] {
  const found: Table[][] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.role === 'attachmentLabel') found.push([]);
    if (block.kind === 'table' && !block.wide) found.at(-1)?.push(block);
  }
  return found;
}
