import { rule } from '../../rule.ts';

const offsets: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2, 後年: 2 };

export default rule({
  id: 'date/relative',
  title: '“今年”“去年”没有写明是哪一年',
  why: '计划要存档，几年以后再看，“今年”就不知道是哪一年了。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['前年', '去年', '今年', '明年', '后年', '後年'],
  kinds: ['body', 'title', 'indicator', 'value', 'deadline'],
  passage(passage, tell, subject) {
    const years = subject.statedYears;
    if (years === undefined || years.from !== years.to) return;
    const text = passage.outside('bookTitle', 'quote');
    for (const { index, 0: found } of text.matchAll(
      /(?<![以目先])(?:前年|去年|今年|明年|[后後]年)(?=[\p{Script=Han}\d，,]|$)(?![前级級])/gu,
    )) {
      const right = `${years.from + (offsets[found] ?? 0)}年`;
      const at = passage.span(index, index + found.length);
      tell(at, `“${found}”最好写明年份，如“${right}”。`, { fix: { ...at, text: right } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦今年⟧发案数比⟦去年⟧下降5%。', right: '2026年发案数比2025年下降5%。' },
      { wrong: '⟦前年⟧立项，⟦明年⟧完工，⟦后年⟧验收。', right: '2024年立项，2027年完工，2028年验收。' },
    ],
    silent: ['今后三年', '学习“今年干什么”大讨论成果。', '以前年度结余', '目前年度考核'],
  }),
});
