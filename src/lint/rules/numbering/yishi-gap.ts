import { han } from '../../../text/numerals.ts';
import { rule } from '../../rule.ts';
import { laterPoints, misfits } from '../../yishi.ts';

export default rule({
  id: 'numbering/yishi-gap',
  title: '“一是、二是”跳号或重号',
  why: '跳号、重号多半是删改时漏了一点，或者忘了改序号。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: laterPoints,
  kinds: ['body', 'value', 'cell'],
  passage(passage, tell) {
    for (const { point, before, kind } of misfits(passage)) {
      if (kind !== 'number') continue;
      const expected = han(before.number + 1) + before.verb;
      tell(
        passage.span(point.from, point.to),
        `“${before.text}”后面应为“${expected}”，这里是“${point.text}”。`,
        { advice: '看看是漏了一点还是写错了序号；写进“分述:”，序号就由工具自动加。' },
      );
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '抓好两件事：一是落实巡查；⟦三是⟧建立台账。',
        right: '抓好两件事：一是落实巡查；二是建立台账。',
      },
      {
        wrong: '一要落实巡查。二要建立台账。⟦二要⟧严格考核。',
        right: '一要落实巡查。二要建立台账。三要严格考核。',
      },
    ],
    silent: [
      '一是建立机制：一要明确责任，二要定期通报；二是严格考核。',
      '一是建立机制（一是明确责任，二是定期通报）；二是严格考核。',
      '一是落实巡查；二要建立台账；三是严格考核。',
      '三是严格考核。四是兑现奖惩。',
      '一是落实巡查。二要求各村建立台账，四要素齐全。',
      '原因有二，一是人手不足，一是经费不够。',
    ],
  }),
});
