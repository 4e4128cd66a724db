import { rule, running } from '../../rule.ts';

const digits: Record<string, number> = {
  两: 2,
  兩: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const span = String.raw`((?:19|20)\d{2})年?[-—–~～至到]+((?:19|20)\d{2})`;
const count = `([二两兩三四五六七八九十]|[2-9]|10)年`;
/** 2017—2018年三年…, and 三年行动计划（2017—2018年）. */
const patterns = [
  new RegExp(`${span}年?[，,（(]?${count}(?![级級生龄齡])`, 'g'),
  new RegExp(
    String.raw`${count}(?:[\p{Script=Han}]{0,6})(?:计划|計劃|规划|規劃|方案|行动|行動)》?[（(]${span}`,
    'gu',
  ),
];

export default rule({
  id: 'date/year-count',
  title: '起止年份与所说的年数对不上',
  why: '起止年份和“三年”“五年”互相矛盾，读的人不知道该信哪一个。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: [...'-—–~～至到'].flatMap((sign) => [`${sign}19`, `${sign}20`]),
  kinds: [...running, 'citedTitle', 'deadline'],
  passage({ prose, span }, tell) {
    patterns.forEach((pattern, kind) => {
      for (const { index, 0: found, 1: a = '', 2: b = '', 3: c = '' } of prose.matchAll(pattern)) {
        const [from, to, typed] = kind === 0 ? [a, b, c] : [b, c, a];
        const years = digits[typed] ?? Number(typed);
        const most = Number(to) - Number(from) + 1;
        // 从2017年到2020年三年 counts what lies between.
        if (most < 2 || years === most || years === most - 1) continue;
        tell(
          span(index, index + found.length),
          `${from}年到${to}年一共${most}个年头，这里却说“${typed}年”。`,
          { advice: '核对起止年份和年数。' },
        );
      }
    });
  },
  texts: () => ({
    examples: [
      { wrong: '按照⟦2025—2026年三年⟧创建方案推进。', right: '按照2024—2026年三年创建方案推进。' },
      { wrong: '落实⟦三年行动计划（2025—2026⟧年）。', right: '落实三年行动计划（2024—2026年）。' },
      {
        wrong: '回顾⟦1998—1999年三年⟧规划；总结⟦1998至1999年三年⟧规划；编制⟦2025至2026年三年⟧规划。',
        right: '回顾1997—1999年三年规划；总结1997至1999年三年规划；编制2024至2026年三年规划。',
      },
    ],
    silent: [
      '2021—2025年五年间，发案数逐年下降。',
      '从2023年到2026年三年里，累计投入80万元。',
      '2025—2026学年三年级学生参加。',
      '2025—2026年，二年级学生参加。',
      '2024—2026年连续10个月。',
    ],
  }),
});
