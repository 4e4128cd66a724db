import { rule, running } from '../../rule.ts';

export default rule({
  id: 'date/two-digit-year',
  title: '年份简写成两位',
  why: '“17年底”可以读成十七个年头的末尾；公历年份应当写全。',
  basis: 'GB/T 15835—2011 5.1.1',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  kinds: [...running, 'deadline'],
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote', 'documentNumber');
    for (const { index, 0: year } of text.matchAll(
      /\d{2}(?<![\d.\uFFFC\-—–~～至/第近长達达约約满滿逾超每共前后後时時历歷期内後用按过過刑]\d{2})(?=年(?:\d{1,2}月(?!龄|的|以)|度(?![假过過日量])|底(?![蕴线层])|初(?![步期级中始心见次])))/g,
    )) {
      const whole = `${Number(year) <= 50 ? '20' : '19'}${year}`;
      const at = passage.span(index, index + 3);
      tell(at, `年份“${year}年”只写了两位，应为“${whole}年”。`, { fix: { ...at, text: `${whole}年` } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦26年⟧3月底前完成排查。', right: '2026年3月底前完成排查。' },
      { wrong: '⟦25年⟧度考核结果已经公布。', right: '2025年度考核结果已经公布。' },
      { wrong: '⟦26年⟧底前', right: '2026年底前', in: 'deadline' },
    ],
    silent: [
      '近20年初步形成了机制。',
      '2016—17年度',
      '有期徒刑12年6个月。',
      '服役满20年底薪不变。',
      '这段路用了15年度过磨合期。',
      '投运30年以上的电梯',
    ],
  }),
});
