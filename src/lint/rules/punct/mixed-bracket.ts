import { rule, running } from '../../rule.ts';
import { paired } from './pairs.ts';

export default rule({
  id: 'punct/mixed-bracket',
  title: '括号一半全角、一半半角',
  why: '一对括号宽窄不一，排出来一高一低，多是改稿时换了输入法。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: ['(', ')'],
  kinds: [...running, 'unit', 'post', 'deadline', 'citedTitle'],
  passage(passage, tell) {
    const text = passage.outside('documentNumber');
    for (const { open, close } of paired(text).pairs) {
      const half = text[open] === '(' ? open : text[close] === ')' ? close : undefined;
      if (half === undefined || (text[open] === '(' && text[close] === ')')) continue;
      const right = half === open ? '（' : '）';
      tell(
        passage.span(open, close + 1),
        `这对括号一半全角、一半半角，“${passage.text[half]}”应为“${right}”。`,
        { fix: { ...passage.span(half, half + 1), text: right } },
      );
    }
  },
  texts: () => ({
    examples: [
      { wrong: '各村⟦（社区)⟧落实巡查责任。', right: '各村（社区）落实巡查责任。' },
      { wrong: '镇应急办⟦(消防办）⟧', right: '镇应急办（消防办）', in: 'unit' },
    ],
    silent: [
      '各村（社区）落实巡查责任。',
      '包括（以下任一）：1)消防；2)治安。',
      '得分在[80，90)之间的为良好。',
    ],
  }),
});
