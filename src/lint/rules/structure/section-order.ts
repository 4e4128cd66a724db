import type { Section } from '../../../plan/plan.ts';
import { type SectionKind, sectionNames, sections } from '../../../plan/sections.ts';
import { option, record } from '../../../schema/schema.ts';
import { words } from '../../../schema/values.ts';
import { rule } from '../../rule.ts';

/** What stands first of each pair stands first in any plan; of all other pairs either order is seen. */
const certain: readonly (readonly [SectionKind, SectionKind])[] = [
  ['background', 'guidingThought'],
  ['background', 'tasks'],
  ['guidingThought', 'tasks'],
  ['guidingThought', 'safeguards'],
  ['guidingThought', 'requirements'],
  ['goals', 'tasks'],
  ['goals', 'safeguards'],
  ['goals', 'requirements'],
  ['principles', 'tasks'],
  ['tasks', 'safeguards'],
  ['tasks', 'requirements'],
];

/** Each two of a list, in its order. */
function pairsOf(order: readonly string[]): [SectionKind, SectionKind][] {
  const kinds = order.flatMap((name) => (sectionNames.find(name) as SectionKind | undefined) ?? []);
  return kinds.flatMap((first, index) =>
    kinds.slice(index + 1).map((second): [SectionKind, SectionKind] => [first, second]),
  );
}

export default rule({
  id: 'structure/section-order',
  title: '部分的先后不合习惯',
  why: '先说为什么、达到什么，再说做什么、怎样保证，读的人才跟得上。只查有定论的先后，“组织机构”放前放后都可以；本单位另有次序的，用选项“顺序”写明。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  options: record({
    order: option('顺序', words, '各部分的先后，如 [指导思想, 工作目标, 组织机构, 主要任务]'),
  }),
  plan({ plan }, tell, { order }) {
    const pairs = order ? pairsOf(order) : certain;
    const name = ({ title, kind }: Section) => title?.text ?? (kind ? sections[kind].label : '');
    const seen = new Map<Section['kind'], { section: Section; index: number }>();
    plan.sections.forEach((section, index) => {
      const [before] = pairs
        .flatMap(([first, second]) => (first === section.kind ? (seen.get(second) ?? []) : []))
        .sort((one, other) => one.index - other.index)
        .map((each) => each.section);
      if (!seen.has(section.kind)) seen.set(section.kind, { section, index });
      if (section.title && before?.title)
        tell(section.title, `“${name(section)}”写在了“${name(before)}”后面，一般在它前面。`, {
          advice: '把这一部分移到前面。',
          related: [{ ...before.title, message: `“${name(before)}”在这里` }],
        });
    });
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n主要任务: 每月排查一次。\n⟦工作目标⟧: 不发生火灾。\n工作要求: 按月报送。',
        right:
          '标题: 平安镇2026年工作要点\n工作目标: 不发生火灾。\n主要任务: 每月排查一次。\n工作要求: 按月报送。',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n主要任务: 每月排查一次。\n⟦组织机构⟧: {组长: 镇长}',
        right: '标题: 平安镇2026年工作要点\n组织机构: {组长: 镇长}\n主要任务: 每月排查一次。',
        in: 'plan',
        options: { order: ['组织机构', '主要任务'] },
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n主要任务: 每月排查一次。\n组织机构: {组长: 镇长}',
      '标题: 平安镇2026年工作要点\n工作要求: 按月报送。\n组织领导: 由镇长负责。',
      '标题: 平安镇2026年工作要点\n实施步骤: 分三步。\n主要任务: 每月排查一次。',
    ],
  }),
});
