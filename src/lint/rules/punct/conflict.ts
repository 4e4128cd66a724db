import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/conflict',
  title: '两个点号连在一起',
  why: '一处停顿只用一个点号，两个连着用就不知道该停多久。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  kinds: [...running, 'unit', 'post', 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(/[，、；：。！？]{2,}/g)) {
      if (/^(.)\1*$/.test(found) || /^[！？]+$/.test(found) || found.includes('。。。')) continue;
      tell(span(index, index + found.length), `“${found}”是连在一起的点号，只能留一个。`, {
        advice: '看看这里是停顿还是一句说完，留下合适的一个。',
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '加强巡查⟦，。⟧落实责任⟦；，⟧建立台账。', right: '加强巡查。落实责任；建立台账。' },
      { wrong: '镇应急办⟦、，⟧派出所', right: '镇应急办、派出所', in: 'unit' },
    ],
    silent: ['隐患在哪里？！', '“加强巡查。”，', '加强巡查，，落实责任。', '隐患还有很多。。。'],
  }),
});
