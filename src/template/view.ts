import type { Album } from '../document/picture.ts';
import { type Attachment, attachmentKeys, counts } from '../plan/attachment.ts';
import { fields } from '../plan/item.ts';
import { redHeadFields } from '../plan/layout.ts';
import { levelsOf } from '../plan/levels.ts';
import { documentKeys, type Plan, type Section } from '../plan/plan.ts';
import { sections } from '../plan/sections.ts';
import { merged, type Variables } from '../plan/variables.ts';
import type { Scalar } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import { present } from '../schema/values.ts';
import { type Context, fill } from './fill.ts';
import { printedDate } from './printed-dates.ts';
import { Showing, type View } from './showing.ts';
import { taskList } from './task-list.ts';
import { escaped, over, type Values } from './values.ts';

/** Above the sections. */
const top = { level: 0, forms: [] };

/** What shows the parts of a plan, its texts filled with `given` variables, which come before the plan's own. */
export function showing(plan: Plan, given: Variables, report: Report, album?: Album): Showing {
  const variables = merged(plan.variables ?? {}, given);
  const own: Context = { declared: variables, values: escaped(variables) };
  const facts = documentFacts(plan, own, report);
  const context: Context = {
    declared: merged(facts.declared, variables),
    values: over(facts.values, own.values),
  };
  return new Showing(context, levelsOf(plan), report, album);
}

/** A plan as templates see it. */
export function view(plan: Plan, given: Variables, report: Report, album?: Album): View {
  const shown = showing(plan, given, report, album);
  const { attachments, ...printed } = plan;
  return {
    ...shown.whole(printed, documentKeys, top),
    章节: present(plan.sections.map((section) => shownSection(section, shown))),
    任务清单: taskList(plan, shown),
    附件: counted(present((attachments ?? []).map((attachment) => shownAttachment(attachment, plan, shown)))),
    ...(plan.layout?.redHead && { 红头: shown.whole(plan.layout.redHead, redHeadFields.keys, top) }),
    目录级数: plan.layout?.contents,
    版记另面: plan.layout?.imprintPage === 'overleaf',
    分述分段: plan.numbering?.points === 'separate',
  };
}

function shownSection(section: Section, shown: Showing): View | undefined {
  const record = shown.record(section, fields.keys, section.title ? { ...top, level: 1 } : top);
  return record && { ...record, 类型: section.kind === undefined ? '章节' : sections[section.kind].label };
}

/** An attachment may be a name alone, to be printed by itself. */
function shownAttachment(attachment: Attachment, plan: Plan, shown: Showing): View | undefined {
  const record = shown.record(attachment, attachmentKeys, top);
  const number = plan.coverNotice?.docNumber ?? plan.docNumber;
  return (
    record && {
      ...record,
      横排: attachment.tables?.some(({ landscape }) => landscape),
      有内容: Object.keys(attachment).some((name) => name !== 'title' && name !== 'label'),
      ...(plan.binding === 'apart' && { 文号: shown.show(number, documentKeys.docNumber, top) }),
    }
  );
}

/** A single attachment has no number unless it was typed. */
function counted(attachments: readonly View[]): View[] {
  const all = counts(attachments.map(({ 标签 }) => (标签 === undefined ? undefined : String(标签))));
  const several = all.filter((each) => each !== undefined).length > 1;
  const first = all.findIndex((each) => each !== undefined);
  return attachments.map((attachment, index) => {
    const count = all[index];
    if (count === undefined) return { ...attachment, 另列: true };
    const { turn, typed } = count;
    return { ...attachment, 第一件: index === first, ...((several || typed) && { 序: typed ?? turn }) };
  });
}

/** 年度, 单位 and 日期 of the document may be named in its texts like variables. */
function documentFacts(plan: Plan, own: Context, report: Report): Context {
  const declared: Variables = Object.create(null);
  const values: Values = {};
  const fact = (name: string, source: Scalar | undefined, text: string) => {
    declared[name] = source ?? null;
    if (text !== '' && !(name in own.declared)) values[name] = text;
  };
  const filled = (text: Scalar | undefined) => (text ? fill(text, own, report) : '');
  fact('年度', plan.year, filled(plan.year).replace(/年度?$/, ''));
  fact('单位', plan.issuer?.[0], (plan.issuer ?? []).map(filled).join('、'));
  fact('日期', plan.date, printedDate(filled(plan.date)));
  return { declared, values };
}
