import { rule, running } from '../../rule.ts';

const han = '[\\p{Script=Han}“”‘’《》（），、。；：]';
const dots = '(?:\\.{3,6}|．{3,6}|[·・]{3,6}|⋯{1,4})(?![.．·・⋯\\d])';
const wrong = new RegExp(
  `(?<=${han})(?<![.．·・⋯])${dots}|(?<![.．·・⋯])${dots}(?=${han})|。{3,}|(?<=${han})…+|(?<!…)…+(?=${han})`,
  'gu',
);

export default rule({
  id: 'punct/ellipsis',
  title: '省略号不规范',
  why: '中文的省略号是六个居中的点，占两个字，写作“……”。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['...', '。。。', '．', '·', '・', '⋯', '…'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(wrong)) {
      // Twice the mark stands for a whole paragraph left out.
      if (found === '……' || found === '…………') continue;
      const at = span(index, index + found.length);
      tell(at, `省略号“${found}”应为“……”。`, { fix: { ...at, text: '……' }, unsafe: found.startsWith('…') });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '排查学校、医院、商场⟦...⟧', right: '排查学校、医院、商场……' },
      { wrong: '隐患在哪里⟦。。。⟧怎么整改⟦…⟧', right: '隐患在哪里……怎么整改……' },
    ],
    silent: ['排查学校、医院、商场……', '编号为A...B', '总则.........1', '第1…5项'],
  }),
});
