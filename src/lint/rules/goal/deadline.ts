import { goalGroups, isDated } from '../../goals.ts';
import { owesDeadlines } from '../../kinds.ts';
import { tellLacking } from '../../lacking.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'goal/deadline',
  title: '目标没有写期限',
  why: '没有期限的目标，到年底说不清算不算没有完成。目标前面统一写了时间（如“2026年要达到以下目标”）的不报。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    if (!owesDeadlines(subject.plan)) return;
    for (const { goals, lead, place } of goalGroups(subject)) {
      if (isDated(lead)) continue;
      const written = goals.filter(({ goal }) => goal?.indicator);
      const without = written
        .filter(({ goal, text }) => goal?.due === undefined && !isDated(text))
        .map(({ face }) => face);
      tellLacking({ all: written.length, without, place }, tell, {
        one: (face) => `目标“${face}”没有写期限。`,
        all: (count) => `这里的${count}个目标都没有写期限。`,
        advice: '加上“期限: 2026年12月底”这样的一项，或在前面统一写明时间。'.replace(
          '2026',
          String(subject.years?.from ?? 2026),
        ),
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%, 期限: 2026年12月底}\n  - {指标: ⟦隐患整改率⟧, 值: 达到100%}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%, 期限: 2026年12月底}\n  - {指标: 隐患整改率, 值: 达到100%, 期限: 2026年11月底}',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n⟦工作目标⟧:\n  - {指标: 调解成功率, 值: 达到98%}\n  - {指标: 隐患整改率, 值: 达到100%}\n  - {指标: 群众满意度, 值: 达到95%}',
        right:
          '标题: 平安镇2026年工作要点\n工作目标:\n  内容: 2026年底前达到以下目标。\n  目标:\n    - {指标: 调解成功率, 值: 达到98%}\n    - {指标: 隐患整改率, 值: 达到100%}\n    - {指标: 群众满意度, 值: 达到95%}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安学校安全管理制度\n工作目标:\n  - {指标: 隐患整改率, 值: 达到100%}',
      '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 刑事案件发案数, 值: 同比下降5%}\n  - {指标: 每季度调解成功率, 值: 达到98%}',
      '标题: 平安镇2026年工作要点\n工作目标:\n  - 全镇社会大局和谐稳定。',
    ],
  }),
});
