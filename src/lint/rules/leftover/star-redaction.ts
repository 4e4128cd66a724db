import { rule, running } from '../../rule.ts';

export default rule({
  id: 'leftover/star-redaction',
  title: '用星号隐去的字没有补上',
  why: '“20**年”“**建工作”是网上的文章隐去的字，照抄下来就成了残缺的话。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: ['*', '＊'],
  kinds: [...running, 'person', 'post', 'unit', 'citedTitle', 'deadline', 'variable'],
  passage({ text, span }, tell) {
    const pairs = text.split('**').length - 1;
    for (const { index, 0: found } of text.matchAll(
      /(?<=19|20)\*{2}(?=年)|\*{3,}|＊+|\*{2}|(?<=\p{Script=Han})\*(?=\p{Script=Han})/gu,
    )) {
      const between = found === '**' && !/(?:19|20)$/.test(text.slice(0, index));
      // A pair of ** is bold; one alone can only be what was hidden.
      if (between && pairs !== 1) continue;
      tell(span(index, index + found.length), `“${found}”像是隐去的字，还没有补上。`, {
        advice: '补上原来的字；要加粗的，前后各写两个星号。',
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '总结20⟦**⟧年全镇工作。', right: '总结2026年全镇工作。' },
      { wrong: '加强⟦**⟧建工作。', right: '加强党建工作。' },
      {
        wrong: '镇⟦＊⟧委、政府研究决定，由王⟦*⟧平负责⟦***⟧。',
        right: '镇党委、政府研究决定，由王守平负责排查。',
      },
    ],
    silent: ['**突出重点**，全面推进。', '**一是**加强排查，**二是**抓好演练。', '密级为机密★3年。'],
  }),
});
