import { rule } from '../../rule.ts';

export default rule({
  id: 'wording/passive-subject',
  title: '“通过……使……”缺少主语',
  why: '“通过”和“使”一前一后，句子没有主语；去掉一个就顺了。',
  basis: '惯例',
  level: 'warning',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  signs: ['通过', '通過', '经过', '經過'],
  kinds: ['body', 'cell'],
  passage(passage, tell) {
    const text = passage.outside('bookTitle');
    for (const { index, 0: found } of text.matchAll(
      /(?<=^|[。；！])(?:通过|通過|经过|經過)[^，。；！？]{2,40}，[ \u3000]?使(?![用命者馆館节節])/g,
    ))
      tell(passage.span(index, index + found.length), '“通过……使……”的句子没有主语。', {
        advice: '删去“通过”或者“使”，或补上由谁来做。',
      });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦通过开展安全培训，使⟧居民懂得怎样避险。', right: '开展安全培训，使居民懂得怎样避险。' },
      { wrong: '⟦经过反复培训，使⟧居民懂得怎样避险。', right: '经过反复培训，居民懂得怎样避险。' },
    ],
    silent: [
      '通过验收的设备，使用前登记。',
      '我镇通过开展培训，提高了能力。',
      '通过开展培训，居民懂得怎样避险。',
    ],
  }),
});
