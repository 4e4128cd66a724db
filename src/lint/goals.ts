import type { Entry, Item } from '../plan/item.ts';
import type { Goal } from '../plan/parts.ts';
import type { Section } from '../plan/plan.ts';
import { textsIn } from '../plan/texts.ts';
import type { Scalar, Span } from '../schema/node.ts';
import { simplified } from '../text/script.ts';
import type { Subject } from './subject.ts';
import { oneLine } from './titles.ts';

/** A goal, written as 指标 and 值 or as a text under 工作目标. */
export interface StatedGoal {
  /** The whole of it. */
  text: string;
  /** What is measured, or the text. */
  face: Scalar;
  /** Undefined for a text under 工作目标. */
  goal?: Goal;
}

/** The goals that stand together, and what is said of all of them. */
export interface GoalGroup {
  goals: readonly StatedGoal[];
  /** The title above them, or the first of them. */
  place: Span;
  /** Title and text in front of them. */
  lead: string;
  section: Section;
  /** The item they belong to: the section or one within it. */
  holder: Item;
}

const made = new WeakMap<Subject, readonly GoalGroup[]>();

/** The goals of a plan, group by group, in the order of the document. */
export function goalGroups(subject: Subject): readonly GoalGroup[] {
  const groups = made.get(subject) ?? groupsOf(subject);
  made.set(subject, groups);
  return groups;
}

function groupsOf({ plan }: Subject): GoalGroup[] {
  const groups: GoalGroup[] = [];
  const visit = (item: Item, section: Section): void => {
    const goals = goalsOf(item, section);
    const [first] = goals;
    if (first)
      groups.push({
        goals,
        place: item.title ?? first.face,
        lead: textsIn([item.title, item.lead, goals[0]?.goal && item.text])
          .map(({ text }) => text)
          .join(),
        section,
        holder: item,
      });
    for (const entry of item.items ?? []) if (entry.type === 'item') visit(entry, section);
  };
  for (const section of plan.sections) visit(section, section);
  return groups;
}

function goalsOf(item: Item, section: Section): StatedGoal[] {
  const written: Goal[] = [
    ...(item.goals ?? []),
    ...(item.items ?? []).flatMap((entry) => (entry.type === 'goal' ? [entry] : [])),
  ];
  if (written.length > 0)
    return written.flatMap((goal) => {
      const face = goal.indicator ?? goal.text;
      return face ? [{ goal, face, text: whole([goal.indicator, goal.value, goal.text]) }] : [];
    });
  return item === section && section.kind === 'goals' ? untyped(item) : [];
}

/** Under 工作目标 every entry, or else every point, or else the text is a goal. */
function untyped(item: Item): StatedGoal[] {
  const entries: readonly (Entry | object)[] = item.items ?? item.enumeration ?? [{ text: item.text }];
  return entries.flatMap((entry) => {
    const texts = textsIn(entry);
    const [face] = texts;
    const { goals, tables } = entry as Item;
    const typed = textsIn(goals).length > 0;
    // A table shows the goals, and is none.
    return face && !typed && !tables ? [{ face, text: whole(texts) }] : [];
  });
}

const whole = (texts: readonly (Scalar | undefined)[]) =>
  simplified(texts.map((each) => oneLine(each?.text ?? '')).join(''));

/** What tells when something is done: a date, a part of the year, a rhythm, or that it goes on. */
const time =
  /\d{4}年|\d{1,2}月|月[底末初]|年[底末初内度]|季度|季末|[上下]半年|全年|每[年月周季天日半]|每[一二两三四五六七八九十\d]+[年个月周天日]|[长近]期|持续|常态|常年|[前内]完成|逐[年月季]|按[月季年]|同比|期间|日前|\d[日年]内/;

/** Whether a text tells when. */
export function isDated(text: string): boolean {
  return time.test(simplified(text));
}

const dates = /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{0,2}日?/g;
const measure =
  /\d|百分之|[一二两三四五六七八九十百千万](?:个|家|次|名|条|处|件|所|类|项|支|套|场|户|起|成|倍|以上|座|公里|亩)|零|全覆盖|全部|均[达要]|不发生|不出现|杜绝|无[\p{Script=Han}]{0,12}(?:事故|案件|上访|事件|火灾|死亡|隐患)|同比|[较比][上去]年|逐年|[只双两][升降下]|合格|达标|验收|驗收|建成|命名|称号|标准|等次|前[列茅]|\{\{/u;

/** Whether a text gives something to check: a number, none or all, a rank, or a thing that is there or isn't. */
export function isMeasurable(text: string): boolean {
  return measure.test(simplified(text).replace(dates, ''));
}
