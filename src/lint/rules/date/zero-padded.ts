import { rule, running } from '../../rule.ts';

export default rule({
  id: 'date/zero-padded',
  title: '月、日前面多了“0”',
  why: '公文里的月、日不编虚位，1不写成01。',
  basis: 'GB/T 9704—2012 7.3.5.4',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  kinds: [...running, 'deadline'],
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    for (const { index, 0: zero } of text.matchAll(
      /0(?=[1-9][月日])(?:(?<=\d年0)|(?<=\d月0)|(?<!\d0)(?=[1-9]月\d{1,2}日))/g,
    )) {
      const at = passage.span(index, index + zero.length);
      const typed = text.slice(index, index + 3);
      tell(at, `“${typed}”前面的“0”应当去掉，写成“${typed.slice(1)}”。`, { fix: { ...at, text: '' } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '自2026年⟦0⟧3月⟦0⟧5日起施行。', right: '自2026年3月5日起施行。' },
      { wrong: '⟦0⟧6月30日前', right: '6月30日前', in: 'deadline' },
    ],
    silent: ['2026年10月10日', '10月20日', '2026-03-05'],
  }),
});
