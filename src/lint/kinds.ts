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

interface Expected {
  parts: readonly Part[];
  /** Whether it is sent to somebody by itself. */
  addressed: boolean;
}

const little: Expected = { parts: [], addressed: false };

/** What is expected of a kind of document. A plan of a few tasks in a row is in order, so little is asked of most. */
const expectations: Readonly<Record<string, Expected>> = {
  工作要点: { parts: [tasks], addressed: true },
  工作方案: { parts: [aims, tasks, assurance], addressed: false },
  工作计划: { parts: [tasks], addressed: false },
  工作总结: { parts: [problems], addressed: false },
  通知: { parts: [], addressed: true },
};

/** What is expected of a document of a kind; nothing much where the kind isn't known. */
export function expectedOf(kind: string | undefined): Expected {
  return expectations[kind ?? ''] ?? little;
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
