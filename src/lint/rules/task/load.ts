import { whole } from '../../../schema/choices.ts';
import type { Scalar } from '../../../schema/node.ts';
import { option, record } from '../../../schema/schema.ts';
import { gather } from '../../../text/groups.ts';
import { assignmentGroups } from '../../assignments.ts';
import { rule } from '../../rule.ts';
import { unitName } from '../../units.ts';

const many = 6;

export default rule({
  id: 'task/load',
  title: '任务集中在一个单位',
  why: '大半任务由一个单位牵头，它忙不过来，别的单位成了看客。本来就是一个部门内部的计划，不必开这条规则。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  options: record({ most: option('最多占', whole(1, 100), '一个单位最多牵头百分之几的任务，不写是 70') }),
  plan(subject, tell, { most = 70 }) {
    const tasks = assignmentGroups(subject)
      .flatMap(({ assignments }) => assignments)
      .filter(({ leads }) => leads.length > 0);
    if (tasks.length < many) return;
    const byUnit = new Map<string, Scalar[]>();
    for (const { leads } of tasks)
      for (const unit of leads.slice(0, 1)) {
        gather(byUnit, unitName(unit.text), unit);
      }
    for (const led of byUnit.values()) {
      const [first] = led;
      if (first && led.length * 100 >= tasks.length * most)
        tell(first, `${tasks.length}项任务里有${led.length}项由“${first.text.trim()}”牵头。`, {
          advice: '核对分工，能由别的单位牵头的分出去。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 甲, 内容: 排查。, 牵头: ⟦综治办⟧}\n${['乙', '丙', '丁', '戊'].map((title) => `  - {标题: ${title}, 内容: 排查。, 牵头: 综治办}`).join('\n')}\n  - {标题: 己, 内容: 排查。, 牵头: 派出所}`,
        right: `标题: 平安镇2026年工作要点\n主要任务:\n${['甲', '乙', '丙'].map((title) => `  - {标题: ${title}, 内容: 排查。, 牵头: 综治办}`).join('\n')}\n${['丁', '戊', '己'].map((title) => `  - {标题: ${title}, 内容: 排查。, 牵头: 派出所}`).join('\n')}`,
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n主要任务:\n  - {标题: 甲, 内容: 排查。, 牵头: 综治办}\n  - {标题: 乙, 内容: 排查。, 牵头: 综治办}',
    ],
  }),
});
