import { largest, smallest } from '../../../text/long-lists.ts';
import { lookingAhead } from '../../looking-ahead.ts';
import type { Passage } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';
import { limitsInTables } from './demands.ts';
import { yearsAsked } from './years-asked.ts';

export default rule({
  id: 'date/year-mismatch',
  title: '标题、目标或任务里的年份与计划的年度不符',
  why: '年份写成往年的，多半是在去年的稿子上改的，漏改一处，要求就落了空。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    const { years, statedYears } = subject;
    if (years === undefined) return;
    if (subject.plan.year && statedYears)
      for (const title of subject.passagesOf(['documentTitle']))
        judgeTitle(title, statedYears, '“年度”写的却是', tell);
    for (const passage of lookingAhead(subject)) {
      if (passage.path === 'coverNotice/title') judgeTitle(passage, years, '计划说的却是', tell);
      for (const [from, typed] of [...yearsAsked(passage)].sort(([a], [b]) => a - b))
        judge(passage, from, typed, years.from, tell);
    }
    for (const passage of limitsInTables(subject)) {
      const last = [...passage.prose.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|[-/.]\d)/g)].at(-1);
      if (last && !/已/.test(passage.prose)) judge(passage, last.index, Number(last[1]), years.from, tell);
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 整治隐患: 排查隐患，⟦2025年⟧12月底前完成整治，实现⟦2025年⟧全年零事故。\n  - ⟦2025年⟧重点任务: 每月排查一次，并于⟦2025年⟧6月30日前由各村将总结报镇平安办。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 整治隐患: 排查隐患，2026年12月底前完成整治，实现2026年全年零事故。\n  - 2026年重点任务: 每月排查一次，并于2026年6月30日前由各村将总结报镇平安办。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇⟦2025年⟧工作要点\n年度: 2026\n正文: 每月排查一次。',
        right: '标题: 平安镇2026年工作要点\n年度: 2026\n正文: 每月排查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇工作要点\n年度: 2026\n工作目标:\n  - 确保⟦2025年⟧底前完成排查。',
        right: '标题: 平安镇工作要点\n年度: 2026\n工作目标:\n  - 确保2026年底前完成排查。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇工作要点\n日期: 2026-03-05\n主要任务:\n  - 整治旧村: ⟦2025年⟧要在全镇开展排查，力争⟦2025年⟧见效。',
        right:
          '标题: 平安镇工作要点\n日期: 2026-03-05\n主要任务:\n  - 整治旧村: 2026年要在全镇开展排查，力争2026年见效。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n印发通知: {标题: 关于印发平安镇⟦2025年⟧工作要点的通知, 正文: 现印发给你们。}\n主要任务:\n  表格: {列: [任务, 完成时限], 行: [[检查山塘, ⟦2025年⟧6月底前]]}\n附件: [平安镇⟦2025年⟧重点任务清单]',
        right:
          '标题: 平安镇2026年工作要点\n印发通知: {标题: 关于印发平安镇2026年工作要点的通知, 正文: 现印发给你们。}\n主要任务:\n  表格: {列: [任务, 完成时限], 行: [[检查山塘, 2026年6月底前]]}\n附件: [平安镇2026年重点任务清单]',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2025年工作总结和2026年工作要点\n年度: 2026\n正文: 每月排查一次。',
      '标题: 平安镇2026年工作要点\n印发通知: {标题: 关于印发《平安镇2026年工作要点》的通知, 正文: 现印发给你们。}\n正文: 每月排查一次。\n附件: [2025年度考核结果, 2025年任务完成情况表]',
      '标题: 平安镇2024—2026年行动方案\n正文: 2024年底前完成第一批整治。',
      '标题: 平安镇2025年工作总结\n日期: 2026-01-08\n正文: 2025年底前完成整治，2025年全年零事故。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 2025年工作回顾: 2025年12月底前完成整治，实现2025年全年零事故。\n  - 整治隐患: 2025年以来，发案数较2024年下降5%。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 回头看: 对2025年12月底前完成整治的小区开展回头看。\n  - 对标: 确保2025年度考核等次靠前，落实《2025年底前完成整治的通知》。',
      '标题: 平安镇2026年工作要点\n存在问题: 2025年12月底前完成整治的要求没有落实。\n正文: 原定2025年12月底前完成的整治，2026年6月底前完成。',
    ],
  }),
});

function judge(passage: Passage, from: number, typed: number, first: number, tell: Tell): void {
  if (typed >= first || typed < first - 3) return;
  const end = from + 4 + (passage.prose[from + 4] === '年' ? 1 : 0);
  tell(passage.span(from, end), `计划的年度是${first}年，这里要求的却是${typed}年的事。`, {
    advice: '改成计划的年份；确是说往年的，写明“已完成”等。',
  });
}

function judgeTitle(passage: Passage, years: { from: number; to: number }, other: string, tell: Tell): void {
  const title = passage.outside('bookTitle', 'documentNumber');
  const found = [...title.matchAll(/(?:19|20)\d{2}(?=年|[-—–~～至])/g)];
  const first = found[0];
  const numbers = found.map(([year]) => Number(year));
  if (first === undefined || (largest(numbers) >= years.from && smallest(numbers) <= years.to)) return;
  const end = first.index + 4 + (title[first.index + 4] === '年' ? 1 : 0);
  tell(passage.span(first.index, end), `标题里的年份是${first[0]}年，${other}${years.from}年。`, {
    advice: '两处改成一致。',
  });
}
