import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/middle-dot',
  title: '间隔号不规范',
  why: '中文的间隔号是“·”；“•”“・”“●”是别的符号，大小、位置都不同。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: [...'•‧・･●∙⋅'],
  kinds: [...running, 'person', 'post', 'unit', 'citedTitle'],
  passage({ prose, span }, tell) {
    for (const { index, 0: mark } of prose.matchAll(/(?<=\p{Script=Han})[•‧・･●∙⋅](?=\p{Script=Han})/gu)) {
      const at = span(index, index + 1);
      tell(at, `间隔号“${mark}”应为“·”。`, { fix: { ...at, text: '·' } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '宣传《安全生产法⟦•⟧总则》。', right: '宣传《安全生产法·总则》。' },
      { wrong: '阿依⟦・⟧古丽', right: '阿依·古丽', in: 'person' },
    ],
    silent: ['宣传《安全生产法·总则》。', '●落实巡查责任。', '任务：• 落实巡查责任。'],
  }),
});
