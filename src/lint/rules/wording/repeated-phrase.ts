import { rule, running } from '../../rule.ts';

export default rule({
  id: 'wording/repeated-phrase',
  title: '一个短语写了两遍',
  why: '三个字以上接着重复，多半是复制粘贴留下的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: phrase = '' } of prose.matchAll(/(\p{Script=Han}{3,12}?)\1/gu)) {
      const at = span(index, index + found.length);
      tell(at, `“${phrase}”接着写了两遍。`, { fix: { ...at, text: phrase } });
    }
  },
  texts: () => ({
    examples: [{ wrong: '⟦应急管理应急管理⟧工作', right: '应急管理工作' }],
    silent: ['共建共建共治', '一茬一茬接着干', '文化文艺活动', '认真认真再认真'],
  }),
});
