import { rule, running } from '../../rule.ts';

const digits = '一二三四五六七八九';

export default rule({
  id: 'num/han-digit-dunhao',
  title: '概数中间误加了顿号',
  why: '相邻的两个数字连用表示概数，中间不加顿号：“三五天”“七八户”；加了顿号就成了两个数。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'strict',
  fix: 'unsafe',
  since: '0.2.0',
  kinds: running,
  passage(passage, tell) {
    // 五、六个专项 at the beginning of a paragraph is a number and a title; 第三、四次 and 一、二年级 are two things.
    for (const { index, 0: found, 1: low = '', 2: high = '' } of passage
      .outside('quote', 'bookTitle')
      .matchAll(
        /(?<=[\p{Script=Han}，,])(?<![第前后後初高周期一二三四五六七八九十百])([一二三四五六七八九])、([一二三四五六七八九])(?=[个個天里户戶件遍倍岁歲]|年(?![级級度]|[一二三四五六七八九]))/gu,
      )) {
      const step = digits.indexOf(high) - digits.indexOf(low);
      if (step !== 1 && !(low === '三' && high === '五')) continue;
      const at = passage.span(index + 1, index + 2);
      tell(passage.span(index, index + found.length), `表示概数的“${found}”中间不加顿号。`, {
        advice: `写作“${low}${high}”；确是两个数的，写明是哪两个。`,
        fix: { ...at, text: '' },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '整改一般需要⟦三、五⟧天。', right: '整改一般需要三五天。' },
      { wrong: '每村走访⟦七、八⟧户。', right: '每村走访七八户。' },
    ],
    silent: [
      '一、一年接着一年干。',
      '五、六个专项行动',
      '第三、四个季度各查一次。',
      '在一、二年级开展宣传。',
      '发展一、二、三产业。',
      '整改需要三五天。',
    ],
  }),
});
