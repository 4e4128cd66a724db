import { goalGroups } from '../../goals.ts';
import { rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { isWeaker, measured, targetOf } from '../../targets.ts';
import { oneLine } from '../../titles.ts';

const goalsOf = (subject: Subject) => goalGroups(subject).flatMap(({ goals }) => goals);

export default rule({
  id: 'goal/weakened',
  title: '目标比去年低',
  why: '同一个指标，今年定得比去年低，要有说得出的理由，不能是抄错了数。与去年的计划比较时才查。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    if (!subject.against) return;
    const before = new Map(goalsOf(subject.against).map((goal) => [measured(goal).indicator, goal]));
    for (const goal of goalsOf(subject)) {
      const { indicator, value } = measured(goal);
      const last = before.get(indicator);
      const [now, then] = [targetOf(value), last && targetOf(measured(last).value)];
      if (last && now && then && isWeaker(now, then))
        tell(
          goal.goal?.value ?? goal.face,
          `“${indicator}”今年定的是“${shown(value)}”，比去年的“${shown(measured(last).value)}”低。`,
          { advice: '核对数字；确要调低的，说明理由。' },
        );
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: ⟦达到95%以上⟧}\n  - {指标: 刑事发案数, 值: ⟦同比下降3%⟧}\n  - {指标: 火灾起数, 值: ⟦控制在8起以内⟧}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%以上}\n  - {指标: 刑事发案数, 值: 同比下降5%}\n  - {指标: 火灾起数, 值: 控制在4起以内}',
        in: 'plan',
        against:
          '标题: 平安镇2025年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%以上}\n  - {指标: 刑事发案数, 值: 同比下降5%}\n  - {指标: 火灾起数, 值: 控制在5起以内}',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n工作目标:\n  - ⟦调解成功率达到95%以上。⟧',
        right: '标题: 平安镇2026年工作要点\n工作目标:\n  - 调解成功率不低于98%。',
        in: 'plan',
        against: '标题: 平安镇2025年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%以上}',
      },
    ],
    silent: ['标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到95%以上}'],
  }),
});

const shown = (value: string) => oneLine(value).replace(/[。；]$/, '');
