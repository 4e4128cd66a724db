import { flag } from '../../../schema/choices.ts';
import type { Scalar } from '../../../schema/node.ts';
import { option, record } from '../../../schema/schema.ts';
import { simplified } from '../../../text/script.ts';
import { type Assignment, assignmentGroups } from '../../assignments.ts';
import { goalGroups, type StatedGoal } from '../../goals.ts';
import { rule } from '../../rule.ts';
import { oneLine } from '../../titles.ts';

/** Words that any goal and any task may share. */
const anywhere = new Set(
  '工作 建设 完成 达到 全面 提高 提升 数量 比例 目标 任务 实现 确保 水平 开展 推进 加强 落实 情况 以上 以下 年度 各项 全镇 全县 全市 全村 全区 全街'.split(
    ' ',
  ),
);

/** Each two Han characters that stand together: the words, and some that are none and do no harm. */
function wordsOf(text: string): string[] {
  return [...simplified(text).matchAll(/(?=([一-龥]{2}))/g)].flatMap(([, word = '']) =>
    anywhere.has(word) ? [] : [word],
  );
}

const names = (units: readonly Scalar[] = []) =>
  units.map(({ text }) => simplified(text).replaceAll(/\s/g, ''));

function serves(
  { leads, supports, text }: Assignment,
  { goal }: StatedGoal,
  words: readonly string[],
  byOwner: boolean,
): boolean {
  const owners = names(goal?.owners);
  const doers = names([...leads, ...supports]);
  const owned = owners.some((owner) => doers.some((each) => each.includes(owner) || owner.includes(each)));
  if (byOwner && owners.length > 0) return owned;
  return owned || words.some((word) => text.includes(word));
}

export default rule({
  id: 'goal/covered',
  title: '目标没有任务来完成',
  why: '列了目标，任务里却没有一条说到它，也没有一条由它的责任单位来做，年底多半落空。看的是责任单位和共同的词，说法完全不同的会被误认；任务写在别的文件里的计划，可以关掉这条规则。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  options: record({
    byOwner: option('按责任单位', flag, '“是”：目标的责任单位必须牵头或配合至少一项任务'),
  }),
  plan(subject, tell, { byOwner = false }) {
    const tasks = assignmentGroups(subject).flatMap(({ assignments }) => assignments);
    if (tasks.length < 2 || !tasks.some(({ leads, typed }) => typed || leads.length > 0)) return;
    // A goal that stands within a task or a section of tasks is what that task is for.
    const goals = goalGroups(subject).filter(
      ({ section, holder }) =>
        ['goals', 'guidingThought'].includes(section.kind ?? '') &&
        !tasks.some(({ entry }) => entry === holder),
    );
    for (const goal of goals.flatMap((group) => group.goals)) {
      const words = wordsOf(goal.face.text);
      if (goal.face.text.includes('{{') || words.length === 0) continue;
      if (!tasks.some((task) => serves(task, goal, words, byOwner)))
        tell(goal.face, `没有一项任务是为了目标“${oneLine(goal.face.text).slice(0, 20)}”。`, {
          advice: '补上为它做的任务，或在任务里写明；用不着的目标就删去。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%, 责任: 司法所}\n  - {指标: ⟦适龄儿童入学率⟧, 值: 达到100%, 责任: 中心学校}\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 牵头: 司法所}\n  - {名称: 整治隐患, 措施: 每季检查。, 牵头: 派出所}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%, 责任: 司法所}\n  - {指标: 适龄儿童入学率, 值: 达到100%, 责任: 中心学校}\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 牵头: 司法所}\n  - {名称: 控辍保学, 措施: 逐户走访未入学的儿童。, 牵头: 派出所}',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: ⟦隐患整改率⟧, 值: 达到100%, 责任: 应急办}\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 牵头: 司法所}\n  - {名称: 整治隐患, 措施: 每季检查。, 牵头: 派出所}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 隐患整改率, 值: 达到100%, 责任: 应急办}\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 牵头: 司法所}\n  - {名称: 整治隐患, 措施: 每季检查。, 牵头: 应急办}',
        in: 'plan',
        options: { byOwner: true },
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 适龄儿童入学率, 值: 达到100%}\n正文:\n  - 加强排查: 每月排查一次。\n  - 抓好演练: 每季度演练一次。',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 控辍保学, 内容: 逐户走访。, 牵头: 中心学校, 目标: {指标: 入学率, 值: 达到100%}}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: 派出所}',
    ],
  }),
});
