import { leaderGroups, rolesOf } from '../../leader-groups.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'org/few-roles',
  title: '领导小组没有副组长或成员',
  why: '只有组长的领导小组，分工和联系单位都没有着落。小的单位不设副组长，不必开这条规则。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    for (const { leaders, place } of leaderGroups(subject)) {
      const { 副组长: deputies, 常务副组长: executive, 成员: members } = rolesOf(leaders);
      const missing = [...(deputies || executive ? [] : ['副组长']), ...(members ? [] : ['成员'])];
      if ((leaders.leader ?? leaders.firstLeader) && missing.length > 0)
        tell(place, `领导小组没有写${missing.join('和')}。`, { advice: '补上；确实不设的，可以不管。' });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n⟦组织机构⟧:\n  组长: 镇长\n  成员: [镇综治办, 派出所]',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  副组长: 副镇长\n  成员: [镇综治办, 派出所]',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  常务副组长: 副镇长\n  成员: [镇综治办, 派出所]',
    ],
  }),
});
