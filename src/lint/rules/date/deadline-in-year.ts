import { type Passage, variable } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

export default rule({
  id: 'date/deadline-in-year',
  title: '时限早于计划年度',
  why: '时限落在计划开始之前，任务一印出来就已经过期，多半是抄去年的计划忘了改年份。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  kinds: ['deadline'],
  passage(passage: Passage, tell: Tell, subject: Subject) {
    const years = subject.statedYears;
    if (years === undefined || /总结|總結/.test(subject.plan.kind?.text ?? '')) return;
    const last = [...passage.prose.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|[-/.]\d)/g)].at(-1);
    // A deadline that goes on to a year yet to be filled in may end within the plan.
    if (last === undefined || passage.prose.includes(variable, last.index)) return;
    if (Number(last[1]) < years.from)
      tell(
        passage.span(last.index, last.index + 4),
        `时限写的是${last[1]}年，早于计划的年份${years.from}年。`,
        {
          advice: '改成计划年度内的时间；计划跨年的，把“年度”写成起止两年，如 2025—2027。',
        },
      );
  },
  texts: () => ({
    examples: [
      { wrong: '⟦2025⟧年12月底前', right: '2026年12月底前', in: 'deadline' },
      { wrong: '2024年10月至⟦2025⟧年3月', right: '2025年10月至2026年3月', in: 'deadline' },
      {
        wrong:
          '标题: 平安镇三年行动方案\n年度: 2026—2028\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%, 期限: ⟦2025⟧年底}',
        right:
          '标题: 平安镇三年行动方案\n年度: 2026—2028\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%, 期限: 2027年底}',
        in: 'plan',
      },
    ],
    silent: ['12月底前', '2025年12月至2026年3月', '2027年1月底前', '2025年10月至{{年度}}年3月', '全年'],
  }),
});
