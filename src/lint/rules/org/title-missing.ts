import { isPersonalName, leaderGroups, rolesOf } from '../../leader-groups.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'org/title-missing',
  title: '有姓名没有职务',
  why: '领导小组的名单按职务认人，换了人也好对应；只写姓名，外单位不知道他是谁。村组里人人相熟的，不必开这条规则。',
  basis: '惯例',
  level: 'warning',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    for (const { leaders } of leaderGroups(subject))
      for (const { fullName, post } of Object.values(rolesOf(leaders)).flatMap((persons) => persons ?? []))
        if (fullName && !post && isPersonalName(fullName.text))
          tell(fullName, `“${fullName.text}”没有写职务。`, {
            advice: `写成“{姓名: ${fullName.text}, 职务: …}”。`,
          });
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: {姓名: 周守平, 职务: 镇长}\n  成员: [⟦林安和⟧, 派出所]',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: {姓名: 周守平, 职务: 镇长}\n  成员: [{姓名: 林安和, 职务: 副镇长}, 派出所]',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [团委, 武装部, 财政所, 于家村, "{{支书.姓名}}", 高山站]',
    ],
  }),
});
