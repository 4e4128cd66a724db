import { rule, running } from '../../rule.ts';

export default rule({
  id: 'num/range-percent',
  title: '百分数的范围省了前一个百分号',
  why: '“4.5—5%”可以读成从4.5到5%，前一个百分号不能省。',
  basis: 'GB/T 15835—2011 4.1.1',
  level: 'error',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['%', '％', '‰'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: low = '', 2: high = '', 3: sign = '' } of prose.matchAll(
      /(?<![\d.%％‰\-—–~～－/:第A-Za-z])(\d{1,3}(?:\.\d+)?)[ ]?(?:[-—–~～－至])[ ]?(\d{1,3}(?:\.\d+)?)([%％‰])/g,
    )) {
      if (Number(low) >= Number(high)) continue;
      const end = span(index + low.length, index + low.length);
      tell(span(index, index + found.length), `“${found}”的前一个数后面缺“${sign}”。`, {
        fix: { ...end, text: sign },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '发案数下降⟦4.5—5%⟧。', right: '发案数下降4.5%—5%。' },
      { wrong: '发案数下降⟦3～5％⟧。', right: '发案数下降3％～5％。' },
      { wrong: '下降⟦10-15%⟧', right: '下降10%-15%', in: 'value' },
    ],
    silent: ['发案数下降4.5%—5%。', '2021—2025年下降5%。', '由12%降至5%。', '比例为1:500，下降5%。'],
  }),
});
