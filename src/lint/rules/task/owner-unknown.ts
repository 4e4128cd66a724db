import type { Scalar } from '../../../schema/node.ts';
import { option, record } from '../../../schema/schema.ts';
import { words } from '../../../schema/values.ts';
import { meant } from '../../../text/nearest.ts';
import { assignmentGroups } from '../../assignments.ts';
import { rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { isUnit, membersOf, sameUnit, unitName } from '../../units.ts';

/** A list of fewer members is hardly meant to name all who take part. */
const enough = 3;

/** The units that are given something to do, each once. */
function unitsOf(subject: Subject): Scalar[] {
  const assigned = assignmentGroups(subject).flatMap(({ assignments }) =>
    assignments.flatMap(({ leads, supports }) => [...leads, ...supports]),
  );
  const all = [...assigned, ...subject.goals.flatMap(({ goal }) => goal.owners ?? [])].filter(({ text }) =>
    isUnit(text),
  );
  return [...new Map(all.map((each) => [unitName(each.text), each] as const).reverse()).values()].sort(
    (a, b) => a.start - b.start,
  );
}

export default rule({
  id: 'task/owner-unknown',
  title: '责任单位不在成员单位里',
  why: '任务交给了领导小组以外的单位，多半是单位名称写错、用了旧名称，或者名单漏了它。多数责任单位都在名单里时才查；确是外单位的，写进选项“外部单位”。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  options: record({ outside: option('外部单位', words, '不在名单里也不用报的单位') }),
  plan(subject, tell, { outside = [] }) {
    const { members, known } = membersOf(subject);
    if (members.length < enough) return;
    const named = [...known, ...outside.map(unitName)];
    const units = unitsOf(subject);
    const strange = units.filter(({ text }) => !named.some((each) => sameUnit(unitName(text), each)));
    if (strange.length * 2 > units.length) return;
    for (const unit of strange)
      tell(unit, `“${unit.text.trim()}”不在组织机构的成员里${meant(unit.text.trim(), members)}`, {
        advice: '改正名称，或把它加进“成员”。',
      });
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安县2026年工作要点\n组织机构:\n  组长: 县长\n  成员: [县应急管理局, 县公安局, 县司法局]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 县司法局}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: ⟦县安监局⟧, 配合: 县公安局}',
        right:
          '标题: 平安县2026年工作要点\n组织机构:\n  组长: 县长\n  成员: [县应急管理局, 县公安局, 县司法局]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 县司法局}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: 县应急局, 配合: 县公安局}',
        in: 'plan',
      },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [镇综治办公室, 派出所, 司法所]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所, 配合: 综治办}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: ⟦派岀所⟧}',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [镇综治办公室, 派出所, 司法所]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所, 配合: 综治办}\n  - {标题: 整治隐患, 内容: 每季检查。, 牵头: 派出所}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [综治办, 派出所, 司法所]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所, 配合: [各村, "{{村名}}村委会", 有关站所]}',
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [综治办, 派出所]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所}',
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [{姓名: 周守平, 职务: 司法所所长}, 综治办, 派出所, 财政所]\n主要任务:\n  - {标题: 化解纠纷, 内容: 每月排查。, 牵头: 司法所, 配合: 镇派出所}',
    ],
  }),
});
