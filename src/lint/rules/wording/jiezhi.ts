import { rule, running } from '../../rule.ts';

export default rule({
  id: 'wording/jiezhi',
  title: '“截至”误作“截止”',
  why: '“截止”是到期停下，后面不带时间；说到某时为止用“截至”。',
  basis: '现代汉语词典',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['截止'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index } of prose.matchAll(
      /(?<=(?:^|[，,。；;：:、（(])截)止(?=目前|当前|當前|现在|現在|今|本月|上月|去年|前不久|\d{1,4}年|\d{1,2}月)/g,
    )) {
      const at = span(index, index + 1);
      tell(span(index - 1, index + 1), '后面跟着时间，“截止”应为“截至”。', { fix: { ...at, text: '至' } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦截止⟧目前，全镇排查隐患235处。', right: '截至目前，全镇排查隐患235处。' },
      { wrong: '⟦截止⟧2026年3月底，整改233处。', right: '截至2026年3月底，整改233处。' },
    ],
    silent: ['报名于3月31日截止。', '报名截止3月31日', '截止日期为3月31日。', '截至目前'],
  }),
});
