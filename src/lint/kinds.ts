import { kindOf } from '../plan/document-kind.ts';
import type { Plan } from '../plan/plan.ts';
import { type SectionKind, sectionNames } from '../plan/sections.ts';
import { lookup } from '../text/lookup.ts';
import { withoutRemark } from '../text/remark.ts';
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
const expectations = lookup<Expected>({
  工作要点: { parts: [tasks], addressed: true },
  工作方案: { parts: [aims, tasks, assurance], addressed: false },
  工作计划: { parts: [tasks], addressed: false },
  工作总结: { parts: [problems], addressed: false },
  通知: { parts: [], addressed: true },
});

/** What is expected of a document; nothing much where its kind isn't known, or is only set like a 工作方案. */
export function expectedOf(plan: Plan): Expected {
  const kind = kindOf(plan)?.name ?? '';
  return kind === '工作方案' && !owesDeadlines(plan) ? little : (expectations[kind] ?? little);
}

/** What holds until it is changed, or tells of what has been: nobody has to be done with it by a day. */
const lasting =
  /(?:预案|办法|细则|规定|规则|规范|规程|规约|民约|制度|机制|体系|流程|章程|条例|守则|公约|准则|导则|标准|指南|指引|须知|手册|职责|纪要|函|公告|通告|公示|启事|声明|简章|讲话|发言|提纲|倡议书?|公开信|总结|小结|报告|通报|公报|决定|决议|批复|请示|议案|命令|令)$/;
/** A scheme for one day or a few, whose date is the date of all it asks for. */
const event =
  /(?:仪式|典礼|庆典|庆祝|纪念|晚会|联欢|文艺|汇演|展演|展览|开幕|闭幕|揭牌|颁奖|运动会|比赛|竞赛|大赛|演讲|论坛|研讨|座谈|会议|大会|培训班|演练|祭扫|参观|接待|慰问|研学|军训|夏令营|[术书化育技]节|活动)\p{Script=Han}{0,6}方案$/u;

/** Whether a reader may ask till when things are to be done. */
export function owesDeadlines({ kind, title }: Plan): boolean {
  return [kind, title].every((named) => {
    const text = withoutRemark(simplified(named?.text.trim() ?? ''));
    return !lasting.test(text) && !event.test(text);
  });
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
