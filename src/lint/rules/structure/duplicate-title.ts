import type { Scalar } from '../../../schema/node.ts';
import { rule } from '../../rule.ts';
import { bare, oneLine } from '../../titles.ts';

/** What an entry is called: the title of an item, the name of a task, the phase of a step. */
function nameOf(entry: object): Scalar | undefined {
  const { title, name, phase } = entry as Record<'title' | 'name' | 'phase', Scalar | undefined>;
  return title ?? name ?? phase;
}

export default rule({
  id: 'structure/duplicate-title',
  title: '同级标题重复',
  why: '同一级里有两个一样的标题，多半是复制后忘了改，或者一件事分写在了两处。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, allHeadings }, tell) {
    const siblings: (readonly object[])[] = [
      plan.sections,
      ...allHeadings.map(({ content: { items = [], tasks = [], steps = [] } }) => [
        ...items,
        ...tasks,
        ...steps,
      ]),
    ];
    for (const entries of siblings) {
      const seen = new Map<string, Scalar>();
      for (const title of entries.flatMap((entry) => nameOf(entry) ?? [])) {
        const words = bare(title.text);
        const before = seen.get(words);
        if (before && words !== '')
          tell(title, `同一级已经有标题“${oneLine(before.text)}”。`, {
            advice: '合成一条，或改成各自的标题。',
            related: [{ ...before, message: '前一个在这里' }],
          });
        else seen.set(words, title);
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强组织领导: 由镇长负责。\n  - 抓好演练: 每季度演练一次。\n  - ⟦加强 组织领导。⟧: 按月报送。',
        right:
          '标题: 平安镇2026年工作要点\n正文:\n  - 加强组织领导: 由镇长负责。\n  - 抓好演练: 每季度演练一次。\n  - 严格督导考核: 按月报送。',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 排查隐患, 措施: 每月一次。}\n  - {名称: ⟦排查隐患⟧, 措施: 每季一次。}',
        right:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 排查隐患, 措施: 每月一次。}\n  - {名称: 复查隐患, 措施: 每季一次。}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n正文:\n  - 平安学校:\n      - 目标: 全覆盖。\n      - 措施: 每月检查。\n  - 平安医院:\n      - 目标: 全覆盖。\n      - 措施: 每季检查。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 2026年工作: 加强排查。\n  - 2027年工作: 抓好演练。',
    ],
  }),
});
