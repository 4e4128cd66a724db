import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/repeated',
  title: '标点重复',
  why: '同一个点号连打两次，多是改稿时留下的。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  kinds: [...running, 'unit', 'post', 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: mark = '' } of prose.matchAll(/([，；：、])\1+|(?<!。)。。(?!。)/g)) {
      const at = span(index, index + found.length);
      const one = mark || '。';
      tell(at, `“${found}”重复了，应为一个“${one}”。`, { fix: { ...at, text: one } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '加强巡查⟦，，⟧落实责任⟦。。⟧', right: '加强巡查，落实责任。' },
      { wrong: '镇应急办⟦、、⟧派出所', right: '镇应急办、派出所', in: 'unit' },
    ],
    silent: ['隐患还有很多。。。', '怎么办？？', '“加强巡查。”。', '加强巡查，落实责任。'],
  }),
});
