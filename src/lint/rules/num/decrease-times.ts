import { rule, running } from '../../rule.ts';

export default rule({
  id: 'num/decrease-times',
  title: '“减少”“下降”用了倍数',
  why: '减少一倍就没有了，减少不能用倍数来说；用百分数或分数。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: ['倍'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(
      /(?:[减減]少|降低|下降|[缩縮]短|[压壓][缩縮减減])了?(?:[约約近]|超[过過])?(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两兩几幾数數]{1,3})(?:多|余|餘)?倍/g,
    ))
      tell(span(index, index + found.length), `“${found}”说不通，减少不能用倍数。`, {
        advice: '改用百分数或分数，如“下降60%”“减少三分之二”。',
      });
  },
  texts: () => ({
    examples: [
      { wrong: '发案数⟦下降2倍⟧。', right: '发案数下降60%。' },
      { wrong: '办理时间⟦缩短了近一倍⟧。', right: '办理时间缩短了近一半。' },
    ],
    silent: ['巡查次数增加2倍。', '发案数下降三分之二。', '减少2处，巡查增加一倍。'],
  }),
});
