import { structuredPatch } from 'diff';
import { describe } from 'vitest';
import type { MadeParagraph, Paragraph } from '../src/engine/pull/paragraph.ts';
import type { Now } from '../src/engine/pull/structural.ts';
import { rewritten } from '../src/lint/rewrite.ts';
import { testCases } from './cases.ts';
import {
  added,
  carriedBy,
  merged,
  moved,
  nowOf,
  removed,
  retold,
  type StructuralEdit,
  split,
  typed,
} from './structural-edits.ts';

const head = '标题: 甲镇2026年工作要点\n文种: 工作要点\n单位: 甲镇人民政府\n日期: 2026-03-05\n';

/**
 * A plan without its head, or with one of its own, a line ---, and what is done to its document, a line each: + behind a paragraph => new ones,
 * - gone, > moved => behind another one, / one => several, & several made one, ~ one => in other words, | behind a
 * row => a new row. Paragraphs are named by some of their words. What comes of each is told by lines; \\r shows
 * the breaks of Windows.
 */
async function told(given: string): Promise<string> {
  const [plan = '', edits = ''] = given.split('\n---\n');
  const isWindows = plan.includes('\\r');
  const own = /^(?:標題|title):/.test(plan) ? '' : head;
  const source = `${own}${plan}\n`.replaceAll('\\r\n', isWindows ? '\r\n' : '\n');
  const now = await nowOf(source);
  const outcomes: string[] = [];
  for (const edit of edits.split('\n')) {
    const { rewrites } = await carriedBy(now, editOf(now, edit));
    outcomes.push(edit, rewrites ? changedLines(source, rewritten(source, rewrites)) : '  照不成');
  }
  return outcomes.join('\n');
}

function changedLines(before: string, after: string): string {
  const shown = (text: string) => text.replaceAll('\r\n', '\\r\n').replace(/(?<!\\r)$/gm, '');
  const { hunks } = structuredPatch('', '', shown(before), shown(after), '', '', { context: 1 });
  return hunks.flatMap(({ lines }) => lines.map((line) => `  ${line}`.trimEnd())).join('\n');
}

function editOf(now: Now, edit: string): StructuralEdit {
  const [own = '', to = ''] = edit.slice(2).split(' => ');
  const find = (words: string): MadeParagraph => {
    const found = now.made.find(({ number, text }) => `${number}${text}`.includes(words));
    if (!found) throw new Error(`nothing prints ${words}`);
    return found;
  };
  const all = own.split(' | ').map(find);
  const parts = to.split(' | ');
  const [first] = all as [MadeParagraph];
  switch (edit[0]) {
    case '+':
      return added(now, first, parts.map(typed));
    case '-':
      return removed(now, withRows(now, all));
    case '>':
      return moved(now, withRows(now, all), find(to));
    case '/':
      return split(now, first, parts.map(typed));
    case '&':
      return merged(now, all);
    case '~':
      return retold(now, first, to);
    default:
      return rowAdded(now, first, parts);
  }
}

/** A cell stands for its row. */
function withRows({ made }: Now, named: readonly MadeParagraph[]): MadeParagraph[] {
  return named.flatMap((each) =>
    each.cell
      ? made.filter(({ cell }) => cell?.table === each.cell?.table && cell?.row === each.cell?.row)
      : [each],
  );
}

function rowAdded(now: Now, { cell }: MadeParagraph, texts: readonly string[]): StructuralEdit {
  const last = now.made.findLast((each) => each.cell?.table === cell?.table && each.cell?.row === cell?.row);
  if (!cell || !last) throw new Error('no row');
  const cells = texts.map(
    (text, column): Paragraph => ({
      text,
      number: '',
      marks: [],
      source: 0,
      cell: { table: cell.table, row: cell.row + 1, column, at: column },
    }),
  );
  return added(now, last, cells);
}

describe('what comes, goes, moves, is split or merged in a document is carried into the lines of the plan', () => {
  testCases('pull-structure.txt', told);
});
