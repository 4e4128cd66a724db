import type { Passage } from '../../passage.ts';
import { rule, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

const year = String.raw`((?:19|20)\d{2})(?<!\d年[、和与與]\d{4})年`;
/** What is still to be done by a year, or in it. */
const ahead = [
  `(?:确保|確保|力争|力爭|争取|爭取|务必|務必)(?:在|到)?${year}`,
  String.raw`${year}(?:\d{1,2}月)?(?:[底末]之?[前内內]?|之?前)[，,]?(?:全部|基本)?(?:完成|实现|實現|达到|達到)(?![了的过過])`,
  `${year}[，,]?(?:要(?!求)|将|將|计划|計劃|力争|力爭|确保|確保)`,
].map((source) => new RegExp(source, 'g'));
/** Words that look back on what was done. */
const back = /以来|以來|查出|回顾|回顧|已(?!经?明确)|曾|[了过過](?=[，。；\d])|原计划|去年|上年/;

export default rule({
  id: 'date/year-mismatch',
  title: '标题、目标或任务里的年份与计划的年度不符',
  why: '年份写成往年的，多半是在去年的稿子上改的，漏改一处，要求就落了空。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  kinds: ['documentTitle', 'body', 'title', 'indicator', 'value'],
  passage(passage: Passage, tell: Tell, subject: Subject) {
    const years = subject.statedYears;
    if (years === undefined || subject.plan.year === undefined) return;
    if (passage.kind === 'documentTitle') return judgeTitle(passage, tell, years);
    if (!aiming(passage)) return;
    const text = passage.outside('bookTitle', 'quote', 'documentNumber');
    const told = new Set<number>();
    for (const { index, 0: found, 1: typed = '' } of ahead.flatMap((each) => [...text.matchAll(each)])) {
      const sentence = text.slice(text.lastIndexOf('。', index) + 1, endOf(text, index));
      if (Number(typed) >= years.from || Number(typed) < years.from - 3 || back.test(sentence)) continue;
      const start = index + found.indexOf(typed);
      if (told.has(start)) continue;
      told.add(start);
      tell(passage.span(start, start + 5), `计划的年度是${years.from}年，这里要求的却是${typed}年的事。`, {
        advice: '改成计划的年份；确是说往年的，写明“已完成”等。',
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '平安镇⟦2025年⟧工作要点', right: '平安镇2026年工作要点', in: 'documentTitle' },
      {
        wrong: '标题: 平安镇工作要点\n年度: 2026\n工作目标:\n  - 确保⟦2025年⟧底前完成排查。',
        right: '标题: 平安镇工作要点\n年度: 2026\n工作目标:\n  - 确保2026年底前完成排查。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇工作要点\n年度: 2026\n主要任务:\n  - 整治旧村: ⟦2025年⟧要在全镇开展排查。',
        right: '标题: 平安镇工作要点\n年度: 2026\n主要任务:\n  - 整治旧村: 2026年要在全镇开展排查。',
        in: 'plan',
      },
    ],
    silent: ['平安镇2025年工作总结和2026年工作要点', '平安镇2024—2026年行动方案', '平安镇工作要点'],
  }),
});

/** Goals and tasks look forward; the background may tell what last year wanted. */
function aiming({ section, path }: Passage): boolean {
  return section === 'goals' || section === 'tasks' || /(?:^|\/)(?:goals|tasks)\//.test(path);
}

function judgeTitle(passage: Passage, tell: Tell, years: { from: number; to: number }): void {
  const title = passage.outside('bookTitle', 'documentNumber');
  const found = [...title.matchAll(/(?:19|20)\d{2}(?=年|[-—–~～至])/g)];
  const first = found[0];
  const numbers = found.map(([year]) => Number(year));
  if (first === undefined || (Math.max(...numbers) >= years.from && Math.min(...numbers) <= years.to)) return;
  const end = first.index + 4 + (title[first.index + 4] === '年' ? 1 : 0);
  tell(passage.span(first.index, end), `标题里的年份是${first[0]}年，“年度”写的却是${years.from}年。`, {
    advice: '两处改成一致。',
  });
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('。', from);
  return end < 0 ? text.length : end;
}
