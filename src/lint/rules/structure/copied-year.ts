import type { PassageKind } from '../../passage.ts';
import { rule } from '../../rule.ts';

const kinds: readonly PassageKind[] = ['body', 'title', 'indicator', 'value', 'cell'];
const blanks = /\s/g;

export default rule({
  id: 'structure/copied-year',
  title: '照抄去年的段落，年份没有改',
  why: '这一段与去年的计划一字不差，里面写的还是去年的年份，时限和要求已经过去了。与去年的计划比较时才查。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ passages, years, against }, tell) {
    const last = against?.years;
    if (!years || !last || !against) return;
    const before = new Set(against.passages.map(({ text }) => text.replaceAll(blanks, '')));
    for (const passage of passages) {
      if (!kinds.includes(passage.kind) || !before.has(passage.text.replaceAll(blanks, ''))) continue;
      const text = passage.outside('bookTitle', 'quote', 'documentNumber');
      for (const { index, 0: found } of text.matchAll(
        /(?<![\d—–~～至-])(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日|底|末)?之?[前内內])?(?!以[来來])/g,
      )) {
        const year = Number(found.slice(0, 4));
        const due = found.length > 5;
        if (year < years.from && (due || (year >= last.from && year <= last.to)))
          tell(passage.span(index, index + 5), `这一段照抄去年的计划，写的还是${year}年。`, {
            advice: '改成今年的年份和要求；确是回顾往年的，可以不管。',
          });
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: ⟦2025年⟧6月底前，各村排查一遍。',
        right: '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 2026年6月底前，各村排查一遍。',
        in: 'plan',
        against: '标题: 平安镇2025年工作要点\n正文:\n  - 加强排查: 2025年6月底前，各村排查一遍。',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 2025年6月底前，各村排查一遍。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 加强排查: 每月排查一遍。',
    ],
  }),
});
