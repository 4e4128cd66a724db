import { rule } from '../../rule.ts';
import { bare, oneLine } from '../../titles.ts';

export default rule({
  id: 'structure/child-repeats-parent-title',
  title: '小标题与上一级相同',
  why: '小标题说的应是上一级的一部分，与上一级一字不差，说明分层没有分好。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ allHeadings }, tell) {
    for (const { title: above, children } of allHeadings)
      for (const { title } of children)
        if (above && title && bare(title.text) === bare(above.text) && bare(title.text) !== '')
          tell(title, `小标题“${oneLine(title.text)}”与上一级标题相同。`, {
            advice: '改成只说这一条的标题；内容与其他各条并列不起来的，并到上一级。',
          });
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 安全社区建设依据:\n      - ⟦安全社区建设依据⟧: 市有关意见。\n      - 国家标准: 安全社区建设基本要求。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 安全社区建设依据:\n      - 市级文件: 市有关意见。\n      - 国家标准: 安全社区建设基本要求。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文:\n  - 安全社区建设依据:\n      - 国家安全社区建设依据: 有关标准。\n      - 市级安全社区建设依据: 有关意见。',
    ],
  }),
});
