import type { NumberForm } from '../document/number.ts';
import type { Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import type { Entry, Item } from './item.ts';
import { below, type Level, levelsOf, placeOf } from './levels.ts';
import type { Plan } from './plan.ts';

type Levels = readonly (NumberForm | null)[];

const examples = { han: '一', arabic: '1', circled: '①' };
const shown = (form: NumberForm | null) =>
  form ? `“${form.before}${examples[form.numeral]}${form.after}”` : '“”';

/** Whether every entry stands at a level that can be numbered. */
export function checkLevels(plan: Plan, report: Report): void {
  const levels = levelsOf(plan);
  for (const section of plan.sections) {
    if (section.title) depth(section, { level: 1, forms: [] }, levels, report);
    else within(section, { level: 0, forms: [] }, levels, report);
  }
  for (const attachment of plan.attachments ?? [])
    within(attachment, { level: 0, forms: [] }, levels, report);
}

/** The title or text by which a person recognises an entry. */
function faceOf(entry: Item | Entry): Scalar | undefined {
  return 'title' in entry ? entry.title : 'text' in entry ? entry.text : undefined;
}

/** GB/T 9704—2012 7.3.3 knows four levels; a level without a form of its own can't be numbered. */
function depth(entry: Item | Entry, at: Level, levels: Levels, report: Report): void {
  const face = faceOf(entry);
  if (at.level > levels.length && face) {
    const message = `层次太深：这里是第${at.level}级，编号只有${levels.length}级。`;
    error(report, 'plan/depth', face, message, '把内容并到上一级，或在“编号: {层次: […]}”里加一级。');
    return;
  }
  within(entry, at, levels, report);
}

function within(entry: Item | Entry, at: Level, levels: Levels, report: Report): void {
  if (!('items' in entry)) return;
  known(entry, at, levels, report);
  const inner = below('numbering' in entry ? entry : {}, at, levels);
  for (const child of entry.items ?? []) depth(child, inner, levels, report);
}

/** A form that no level below has would be left out without a word. */
function known(entry: Item | Entry, { level }: Level, levels: Levels, report: Report): void {
  const face = faceOf(entry);
  let from = level;
  for (const form of ('numbering' in entry && entry.numbering) || []) {
    const found = placeOf(form, levels, from);
    if (found < 0 && face) {
      error(
        report,
        'plan/number-form',
        face,
        `“编号”里的${shown(form)}不是第${from + 1}级以下的序号。`,
        `这里可以写：${levels.slice(from).map(shown).join('、')}；别的样子先写进文件的“编号: {层次: […]}”。`,
      );
      return;
    }
    from = Math.max(from, found) + 1;
  }
}
