import { assignmentGroups, hasColumn } from '../../assignments.ts';
import { tellLacking } from '../../lacking.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'task/owner',
  title: '任务没有责任单位',
  why: '没有责任单位的任务，谁都可以不做。只查写成“任务”的，以及同一级里多数都写了责任单位、单单它没写的；责任写在附件分工表里的不报。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    if (hasColumn(subject, /责任|牵头|负责|单位/)) return;
    for (const { assignments, place } of assignmentGroups(subject)) {
      const usual = assignments.filter(({ owned }) => owned).length * 2 > assignments.length;
      const without = assignments.filter(({ owned, typed }) => !owned && (typed || usual));
      tellLacking({ all: assignments.length, without: without.map(({ name }) => name), place }, tell, {
        one: (name) => `任务“${name}”没有写责任单位。`,
        all: (count) => `这里的${count}项任务都没有写责任单位。`,
        advice: '加上“牵头: …”或“负责人: …”。',
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 牵头: 司法所}\n  - {名称: ⟦整治隐患⟧, 措施: 每季检查。}',
        right:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 牵头: 司法所}\n  - {名称: 整治隐患, 措施: 每季检查。, 牵头: 应急办}',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n⟦主要任务⟧:\n  - {名称: 化解纠纷, 措施: 每月排查。}\n  - {名称: 整治隐患, 措施: 每季检查。}\n  - {名称: 关爱帮扶, 措施: 每月走访。}',
        right:
          '标题: 平安镇2026年工作要点\n主要任务:\n  牵头: 平安办\n  任务:\n    - {名称: 化解纠纷, 措施: 每月排查。}\n    - {名称: 整治隐患, 措施: 每季检查。}\n    - {名称: 关爱帮扶, 措施: 每月走访。}',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: 应急办}\n  - ⟦关爱帮扶⟧: 每月走访。',
        right:
          '标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: 应急办}\n  - {标题: 关爱帮扶, 内容: 每月走访。, 责任: 各村}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n主要任务:\n  - 化解纠纷: 每月排查。\n  - 整治隐患: 每季检查。',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。, 负责人: 周守平}\n  - {名称: 整治隐患, 措施: 由应急办牵头，每季检查。}',
      '标题: 平安镇2026年工作要点\n主要任务:\n  - {名称: 化解纠纷, 措施: 每月排查。}\n附件:\n  - 任务分工表:\n      表格: "| 任务 | 责任单位 |\\n| 化解纠纷 | 司法所 |"',
    ],
  }),
});
