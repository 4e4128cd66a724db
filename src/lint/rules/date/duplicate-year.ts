import { rule, running } from '../../rule.ts';

export default rule({
  id: 'date/duplicate-year',
  title: '同一年份写了两遍',
  why: '一个年份接着写两遍，不是多打了，就是其中一个该是别的年份。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  kinds: [...running, 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: year = '' } of prose.matchAll(
      /(?<!\d)((?:19|20)\d{2}年)[、和与與及至]?[ \u3000]?\1(?![底初末中上下第以度前后後\d一二三四])/g,
    )) {
      const at = span(index, index + found.length);
      tell(at, `“${year}”写了两遍。`, {
        advice: '多打的删去一个；本来是两年的，把其中一个改成该写的年份。',
        fix: { ...at, text: year },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '确保⟦2026年、2026年⟧整治的小区验收合格。', right: '确保2026年整治的小区验收合格。' },
      { wrong: '⟦2026年2026年⟧要完成普查。', right: '2026年要完成普查。' },
    ],
    silent: [
      '2025年、2026年',
      '工程始于2025年，2025年底完工。',
      '2025年和2025年上半年',
      '2025年、2025年以前',
    ],
  }),
});
