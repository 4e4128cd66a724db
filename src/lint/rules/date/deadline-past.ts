import { type PlanDate, printDate } from '../../../text/dates.ts';
import { lookingAhead } from '../../looking-ahead.ts';
import type { Passage } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { type Due, duesIn, endOf, limitsInTables } from './demands.ts';

/** The last day that a 时限 names: 2026年3月底前, 1月至2月, 3月15日. */
const last =
  /(?:((?:19|20)\d{2})年)?(?<![每次翌明]年?)(?<!\d)(\d{1,2})月(?:(\d{1,2})日|份?([底末中初]|[上中下]旬))?(之?前)?$/;

function dueOf({ prose }: Passage): Due | undefined {
  const found = last.exec(prose.trim());
  if (found === null || /每|逐|[、和]/.test(prose)) return undefined;
  const [whole, year, month = '', day, part, before] = found;
  const end = endOf(Number(month), day, part ?? (before ? '' : '底'));
  return { ...(year && { year: Number(year) }), ...end, from: found.index, to: found.index + whole.length };
}

/** A month without a year is of the paper's own; months long past are next year's. */
const longestPast = 6;

export default rule({
  id: 'date/deadline-past',
  title: '时限早于成文日期',
  why: '文件还没有印发，时限已经过去，收文的人无法照办；不是日期写错了，就是时限还是上一稿的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    const { date } = subject;
    if (date === undefined) return;
    const judge = (passage: Passage, due: Due) => {
      if (isPast(due, date, subject)) say(passage, due, date, tell);
    };
    for (const passage of lookingAhead(subject))
      for (const due of duesIn(passage.outside('bookTitle', 'quote', 'documentNumber'))) judge(passage, due);
    for (const passage of [...subject.passagesOf(['deadline']), ...limitsInTables(subject)]) {
      const due = dueOf(passage);
      if (due) judge(passage, due);
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇防汛工作方案\n日期: 2026-05-20\n正文: 各村⟦2026年4月底前⟧完成检查，⟦5月10日前⟧报送总结。',
        right:
          '标题: 平安镇防汛工作方案\n日期: 2026-05-20\n正文: 各村2026年6月底前完成检查，7月10日前报送总结。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n日期: 2026-03-05\n主要任务:\n  - {名称: 排查隐患, 措施: 每月一次。, 时限: 1月至⟦2月⟧}',
        right:
          '标题: 平安镇2026年工作要点\n日期: 2026-03-05\n主要任务:\n  - {名称: 排查隐患, 措施: 每月一次。, 时限: 1月至6月}',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇防汛工作方案\n日期: 2026-05-20\n主要任务:\n  表格: {列: [任务, 完成时限], 行: [[检查山塘, ⟦4月底前⟧], [储备物资, 6月底前]]}',
        right:
          '标题: 平安镇防汛工作方案\n日期: 2026-05-20\n主要任务:\n  表格: {列: [任务, 完成时限], 行: [[检查山塘, 5月底前], [储备物资, 6月底前]]}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n日期: 2026-03-05\n正文: 2026年3月底前完成排查，3月上旬前完成动员。',
      '标题: 平安镇2026年工作要点\n日期: 2025-12-20\n正文: 3月底前完成排查。',
      '标题: 平安镇冬季防火工作方案\n日期: 2026-11-20\n正文: 次年2月底前报送总结，3月底前完成整改。',
      '标题: 平安镇防汛工作方案\n日期: 2026-05-20\n正文: 每年4月底前完成检查，2026年4月底前已完成整治的村不再检查。',
      '标题: 平安镇2026年工作要点\n日期: 2026-03-05\n主要任务:\n  - {名称: 排查隐患, 措施: 每月一次。, 时限: 每年2月底前}',
      '标题: 平安镇防汛工作总结\n日期: 2026-11-20\n正文: 各村4月底前完成检查。',
    ],
  }),
});

function isPast({ year, month, day }: Due, date: PlanDate, { years }: Subject): boolean {
  const at = (y: number, m: number, d: number) => (y * 12 + m) * 32 + d;
  const from = years?.from ?? date.year;
  // What belongs to a year before the plan's is told by the rules for that.
  if (year !== undefined && year < from) return false;
  if (year === undefined && (date.year < from || date.month - month > longestPast)) return false;
  return at(year ?? date.year, month, day) < at(date.year, date.month, date.day ?? 1);
}

function say(passage: Passage, { from, to }: Due, date: PlanDate, tell: Tell): void {
  tell(
    passage.span(from, to),
    `“${passage.text.slice(from, to)}”早于成文日期${printDate(date)}，文件印发时已经过去。`,
    { advice: '核对时限和成文日期；已经做完的，写明“已完成”。' },
  );
}
