import { rule } from '../../rule.ts';

export default rule({
  id: 'numbering/first-dunhao',
  title: '“第一”“首先”后面用了顿号',
  why: '“第一”“首先”这些词领起一句话，后面停顿用逗号；顿号只用在并列的词语之间和不带括号的汉字序号后面。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: [...'一二三四五六七八九十先次后後'].map((last) => `${last}、`),
  kinds: ['body', 'cell'],
  passage(passage, tell) {
    // 第一、第二季度 and 第一、二季度 list things.
    for (const { index, 1: word = '' } of passage
      .outside('quote')
      .matchAll(
        /(?<=(?:^|[。；：;])\0{0,2})(第[一二三四五六七八九十]{1,3}|首先|其次|再次|最[后後])、(?![第\d一二三四五六七八九十其再最])/g,
      )) {
      const mark = index + word.length;
      const at = passage.span(mark, mark + 1);
      tell(passage.span(index, mark + 1), `“${word}”后面应用逗号，不用顿号。`, {
        fix: { ...at, text: '，' },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦第一、⟧落实巡查。⟦第二、⟧建立台账。', right: '第一，落实巡查。第二，建立台账。' },
      { wrong: '⟦首先、⟧要落实巡查。', right: '首先，要落实巡查。' },
      { wrong: '⟦其次、⟧建立台账。⟦最后、⟧兑现奖惩。', right: '其次，建立台账。最后，兑现奖惩。' },
    ],
    silent: [
      '第一、第二季度各排查一次。',
      '第一、二季度各排查一次。',
      '发案数居全县第二、第七。',
      '首先、其次都要落实。',
    ],
  }),
});
