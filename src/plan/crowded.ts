import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

/** Half a page of 28 characters a line; titles are as wide as a line and a half of text. */
const crowded = 10 * 28;

/** Whether head, title and 主送 may leave no room for text on the first page: a red head takes half of it. */
export function mayFillFirstPage({ layout, title, recipients, coverNotice }: Plan): boolean {
  if (coverNotice && coverNotice.body === undefined) return true;
  if (layout?.letterhead) return false;
  const to = coverNotice?.recipients ?? recipients ?? [];
  const length = to.reduce((sum, { text }) => sum + text.length + 1, (title?.text.length ?? 0) * 1.5);
  return layout?.redHead !== undefined || length > crowded;
}

/** Columns that may be too narrow, and rows or tasks enough that laying them across saves a page. */
const [columns, rows] = [7, 20];

/** Whether an attachment has a table that may be better laid across. */
export function mayLieAcross({ attachments = [], sections }: Plan): boolean {
  return attachments.some(({ tables = [] }) =>
    tables.some((table) => {
      if (table.landscape) return false;
      const lines = table.from === 'tasks' ? sections.reduce(tasksIn, 0) : (table.rows?.length ?? 0);
      return lines >= rows || (table.columns?.length ?? 0) >= columns;
    }),
  );
}

function tasksIn(count: number, { tasks = [], items = [] }: Item): number {
  return items.reduce(
    (sum, entry) => (entry.type === 'item' ? tasksIn(sum, entry) : sum + (entry.type === 'task' ? 1 : 0)),
    count + tasks.length,
  );
}
