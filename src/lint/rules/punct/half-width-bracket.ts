import { rule, running } from '../../rule.ts';
import { paired } from './pairs.ts';

const number = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/;

export default rule({
  id: 'punct/half-width-bracket',
  title: '中文里用了半角括号',
  why: '半角括号与汉字挨得太紧，与别处的全角括号也不一样。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['('],
  kinds: [...running, 'unit', 'post', 'deadline', 'citedTitle'],
  passage(passage, tell) {
    const text = passage.outside('documentNumber');
    for (const { open, close } of paired(text).pairs) {
      if (text[open] !== '(' || text[close] !== ')') continue;
      const [before, after] = [text.charAt(open - 1), text.charAt(close + 1)];
      const words = text.slice(open + 1, close);
      // A number in front of a paragraph is the business of the rules for numbers.
      if (number.test(words) && /^\0*$/.test(text.slice(0, open))) continue;
      if (/[=＝+＋*×÷/^]/.test(before) || /[=＝+＋*×÷/^]/.test(after)) continue;
      const inside = /\p{Script=Han}/u.test(words);
      const beside = /[\p{Script=Han}》”。；：，、]/u.test(before) && !/^0\d/.test(words);
      if (!inside && !beside) continue;
      const shown = passage.text.slice(open + 1, close);
      const brief = shown.length > 20 ? `${shown.slice(0, 8)}……${shown.slice(-8)}` : shown;
      tell(passage.span(open, close + 1), `半角的括号“(${brief})”应为全角的“（${brief}）”。`, {
        fix: [
          { ...passage.span(open, open + 1), text: '（' },
          { ...passage.span(close, close + 1), text: '）' },
        ],
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '各村⟦(社区)⟧落实值守⟦(值班)⟧制度。', right: '各村（社区）落实值守（值班）制度。' },
      { wrong: '空气质量指数⟦(AQI)⟧持续改善。', right: '空气质量指数（AQI）持续改善。' },
      { wrong: '镇应急办⟦(消防办)⟧', right: '镇应急办（消防办）', in: 'unit' },
    ],
    silent: [
      '(一)落实巡查责任。',
      '整改率=(已整改数/隐患总数)×100%。',
      '值班电话(0516)88886666。',
      '按照平政发(2026)12号文件执行。',
      '按照f(x)计算。',
    ],
  }),
});
