import type { Plan } from '../plan/plan.ts';
import { type SectionKind, sectionNames } from '../plan/sections.ts';
import { simplified } from '../text/script.ts';
import type { Heading, Subject } from './subject.ts';

/** A part that a kind of document usually has, by the sections and titles that are taken for it. */
export interface Part {
  name: string;
  kinds: readonly SectionKind[];
  titles: RegExp;
}

const aims: Part = {
  name: '工作目标',
  kinds: ['goals', 'guidingThought', 'principles'],
  titles: /目标|目的|总体要求|总的要求|思路|思想|原则/,
};
const tasks: Part = {
  name: '主要任务',
  kinds: ['tasks', 'schedule', 'duties', 'response'],
  titles: /任务|重点|措施|内容|步骤|安排|工作/,
};
const assurance: Part = {
  name: '组织机构（或保障措施、工作要求）',
  kinds: ['organization', 'safeguards', 'requirements', 'duties', 'assessment'],
  titles: /组织|领导|保障|(?<!总体|总的)要求|责任|分工|考核|监督|督查/,
};
const problems: Part = {
  name: '存在问题',
  kinds: ['problems'],
  titles: /问题|不足|困难|短板|薄弱|差距|教训/,
};

export interface DocumentKind {
  /** What a title of this kind ends in. */
  endings: readonly string[];
  parts: readonly Part[];
  /** Whether it is sent to somebody by itself. */
  addressed: boolean;
}

/** The kinds of document that pingan sets. A plan of a few tasks in a row is in order, so little is asked of most. */
export const documentKinds: Record<string, DocumentKind> = {
  工作要点: { endings: ['要点', '工作安排', '重点工作'], parts: [tasks], addressed: true },
  工作方案: { endings: ['方案', '预案'], parts: [aims, tasks, assurance], addressed: false },
  工作计划: { endings: ['计划', '规划', '安排', '思路'], parts: [tasks], addressed: false },
  工作总结: { endings: ['总结', '报告'], parts: [problems], addressed: false },
  通知: { endings: ['通知'], parts: [], addressed: true },
};

/** The kind that 文种 names, or that the title ends in. */
export function kindOf({ kind, title }: Plan): string | undefined {
  const typed = simplified(kind?.text.trim() ?? title?.text.trim() ?? '').replace(/（[^（）]*）$/, '');
  return Object.keys(documentKinds).find((name) =>
    documentKinds[name]?.endings.some((ending) => typed.endsWith(ending)),
  );
}

/** Whether a plan has a part: as a section, under a title anywhere, or as goals, tasks, steps and leaders of their own. */
export function has({ kinds, titles }: Part, subject: Subject): boolean {
  return subject.allHeadings.some(
    (heading) =>
      kindsOf(heading).some((kind) => kinds.includes(kind)) ||
      titles.test(simplified(heading.title?.text ?? '')),
  );
}

function kindsOf({ title, section, level, content }: Heading): SectionKind[] {
  const named = title && (sectionNames.find(title.text) as SectionKind | undefined);
  const typed = level <= 1 ? section?.kind : undefined;
  const items = content.items ?? [];
  return [
    ...(named ? [named] : []),
    ...(typed ? [typed] : []),
    ...(content.goals || items.some(({ type }) => type === 'goal') ? ['goals' as const] : []),
    ...(content.tasks || items.some(({ type }) => type === 'task') ? ['tasks' as const] : []),
    ...(content.steps || items.some(({ type }) => type === 'step') ? ['schedule' as const] : []),
    ...(content.leaders ? ['organization' as const] : []),
  ];
}
