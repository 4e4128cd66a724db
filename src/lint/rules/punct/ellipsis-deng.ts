import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/ellipsis-deng',
  title: '省略号与“等”并用',
  why: '省略号和“等”都表示没有列完，用一个就够了；公文里一般用“等”。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['…'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: before = '', 2: after = '' } of prose.matchAll(
      /([、，]?(?<!…)…+)等(?![待级級于於到候同])|(?<![同平均高中优優相上下])等等?(…+)/g,
    )) {
      const from = after === '' ? index : index + found.length - after.length;
      tell(span(index, index + found.length), `“${found}”里省略号和“等”用一个就够了。`, {
        fix: { ...span(from, from + (before || after).length), text: '' },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '排查学校、医院、商场⟦……等⟧场所。', right: '排查学校、医院、商场等场所。' },
      { wrong: '排查学校、医院、商场⟦等……⟧', right: '排查学校、医院、商场等' },
    ],
    silent: ['排查学校、医院、商场……', '一律平等……', '……等待救援', '排查学校、医院等场所。'],
  }),
});
