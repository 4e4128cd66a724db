import { faceOf } from '../../entries.ts';
import { rule } from '../../rule.ts';

const deepest = 4;

export default rule({
  id: 'structure/depth',
  title: '层次超过四级',
  why: '公文的结构层次依次用“一、”“（一）”“1.”“（1）”标注，到第四级为止；分得再细，读的人已经记不住上面是什么。',
  basis: 'GB/T 9704—2012 7.3.3',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  plan({ allHeadings }, tell) {
    for (const { level, children } of allHeadings) {
      const face = level === deepest ? faceOf(children[0]?.content ?? {}) : undefined;
      if (face)
        tell(face, `这里分到了第${deepest + 1}级，公文的结构层次到第${deepest}级为止。`, {
          advice: '把这一级的内容并到上一级，用“一是”“二是”分述。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 甲:\n      - 乙:\n          - 丙:\n              - 丁:\n                  - ⟦戊⟧: 每月排查。\n                  - 己: 每月报送。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 甲:\n      - 乙:\n          - 丙:\n              - 丁: 每月排查，每月报送。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文:\n  - 甲:\n      - 乙:\n          - 丙:\n              - 丁: 每月排查。\n              - 戊: 每月报送。',
    ],
  }),
});
