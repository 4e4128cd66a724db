import { faceOf } from '../../entries.ts';
import { rule } from '../../rule.ts';
import { oneLine } from '../../titles.ts';

export default rule({
  id: 'structure/single-child',
  title: '下面只分出一条',
  why: '有（一）没有（二）、有“一是”没有“二是”，多半是漏了一条，或者用不着再分。下一级确实只有一件事的，不用管它；序号在全文连续的不报。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ allHeadings, plan }, tell) {
    for (const { content, title, level } of allHeadings) {
      const { items = [], goals = [], tasks = [], steps = [] } = content;
      // A goal, a step or a source that stands alone is printed without a number of its own.
      const numbered = [...items.filter(({ type }) => type === 'item' || type === 'task'), ...tasks];
      const alone = items.length + tasks.length + goals.length + steps.length === 1 ? numbered[0] : undefined;
      const face = alone && faceOf(alone);
      // A number that runs on through the document is no （一） without a （二）.
      if (face && !plan.numbering?.continuous?.includes(level + 1))
        tell(face, `${under(title?.text)}只有一条：“${short(face.text)}”。`, {
          advice: '补上其他各条；只有一条的，并到上一级，不再编号。',
        });
      const point = content.enumeration?.length === 1 ? faceOf(content.enumeration[0] ?? {}) : undefined;
      if (point && plan.numbering?.points !== 'separate')
        tell(point, `“一是”后面没有“二是”：“${short(point.text)}”。`, {
          advice: '补上其他各点；只有一点的，直接写在“内容”里。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n工作要求:\n  - ⟦高度重视，精心安排⟧: 主要负责同志亲自抓。',
        right:
          '标题: 平安镇2026年工作要点\n工作要求:\n  - 高度重视，精心安排: 主要负责同志亲自抓。\n  - 强化督导: 每季度督查一次。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n正文:\n  - 标题: 加强排查\n    分述: [⟦每月排查一次。⟧]',
        right: '标题: 平安镇2026年工作要点\n正文:\n  - 标题: 加强排查\n    内容: 每月排查一次。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n编号: {连续: [2]}\n正文:\n  - 工作要求:\n      - 精心安排: 主要负责同志亲自抓。\n  - 工作保障:\n      - 强化督导: 每季度督查一次。',
      '标题: 平安镇2026年工作要点\n正文:\n  - 每月排查一次。',
      '标题: 平安镇2026年工作要点\n工作目标:\n  - {指标: 调解成功率, 值: 达到98%}',
      '标题: 平安镇2026年工作要点\n主要任务:\n  条目:\n    - 加强排查: 每月排查一次。\n  任务:\n    - {名称: 抓好演练, 措施: 每季度演练一次。}',
    ],
  }),
});

const under = (title: string | undefined) => (title === undefined ? '这里' : `“${oneLine(title)}”下面`);

function short(text: string): string {
  const line = oneLine(text);
  return line.length > 20 ? `${line.slice(0, 20)}……` : line;
}
