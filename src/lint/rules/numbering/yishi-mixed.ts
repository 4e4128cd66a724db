import { rule } from '../../rule.ts';
import { laterPoints, misfits } from '../../yishi.ts';

export default rule({
  id: 'numbering/yishi-mixed',
  title: '“一是”与“二要”混用',
  why: '并列的几点用同一个字领起，读起来才整齐。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: laterPoints,
  kinds: ['body', 'value', 'cell'],
  passage(passage, tell) {
    for (const { point, before, kind } of misfits(passage))
      if (kind === 'verb')
        tell(
          passage.span(point.from, point.to),
          `前面用“${before.text}”，这里用“${point.text}”，前后不一致。`,
          { advice: '几点都用“是”，或都用“要”。' },
        );
  },
  texts: () => ({
    examples: [
      { wrong: '一是落实巡查；⟦二要⟧建立台账。', right: '一是落实巡查；二是建立台账。' },
      {
        wrong: '一要落实巡查，二要建立台账，⟦三是⟧严格考核。',
        right: '一要落实巡查，二要建立台账，三要严格考核。',
      },
    ],
    silent: [
      '一是建立机制：一要明确责任，二要定期通报；二是严格考核。',
      '一是落实巡查；三是建立台账。',
      '一是落实巡查，二要求各村建立台账。',
    ],
  }),
});
