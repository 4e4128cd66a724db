import type { Passage } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

export default rule({
  id: 'date/deadline-after-year',
  title: '时限晚于计划年度',
  why: '一年的计划把时限定到了后几年，年底就无从检查；跨年的工程和远期目标可以这样写，那就关掉这条规则或写明起止年份。次年第一季度报送总结、年报的不算。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  kinds: ['deadline'],
  passage(passage: Passage, tell: Tell, subject: Subject) {
    const years = subject.statedYears;
    if (years === undefined) return;
    const last = [...passage.prose.matchAll(/(?<!\d)((?:19|20)\d{2})年(?:(\d{1,2})月)?/g)].at(-1);
    if (last === undefined || Number(last[1]) <= years.to) return;
    const month = last[2] === undefined ? 12 : Number(last[2]);
    if (Number(last[1]) === years.to + 1 && month <= 3) return;
    tell(passage.span(last.index, last.index + 4), `时限写的是${last[1]}年，晚于计划的年份${years.to}年。`, {
      advice: '核对年份；确是跨年的，写上今年要做到哪一步，或把“年度”写成起止两年。',
    });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦2027⟧年6月底前', right: '2026年6月底前', in: 'deadline' },
      { wrong: '2026年3月至⟦2029⟧年', right: '2026年3月至12月', in: 'deadline' },
    ],
    silent: ['2027年1月底前', '2027年3月15日前', '2026年12月', '12月底前'],
  }),
});
