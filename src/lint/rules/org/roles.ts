import { option, record } from '../../../schema/schema.ts';
import { words } from '../../../schema/values.ts';
import { leaderGroups, rolesOf } from '../../leader-groups.ts';
import { rule } from '../../rule.ts';

/** Groups that are led by someone who isn't called 组长. */
const ledOtherwise = /联席|聯席|指挥部|指揮部|委员会|委員會|协调机制|協調機制/;

export default rule({
  id: 'org/roles',
  title: '领导小组没有组长',
  why: '列了成员却没有组长，谁牵头、谁拍板就说不清。要求副组长、成员也必须写的，用选项“必有”写明。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  options: record({
    required: option('必有', words, '必须写的角色，如 [组长, 副组长, 成员]，不写就只查组长'),
  }),
  plan(subject, tell, { required = ['组长'] }) {
    for (const { leaders, place } of leaderGroups(subject)) {
      const roles: Record<string, unknown> = rolesOf(leaders);
      const persons = Object.values(roles).some((each) => each !== undefined);
      const missing = required.filter((role) =>
        role === '组长' ? !(leaders.leader ?? leaders.firstLeader) : !roles[role],
      );
      if (persons && missing.length > 0 && !ledOtherwise.test(leaders.name?.text ?? ''))
        tell(place, `领导小组没有写${missing.join('、')}。`, {
          advice: `加上${missing.map((role) => `“${role}: …”`).join('、')}。`,
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n⟦组织机构⟧:\n  成员: [镇综治办, 派出所]',
        right: '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [镇综治办, 派出所]',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n组织机构:\n  名称: ⟦防汛领导小组⟧\n  组长: 镇长',
        right: '标题: 平安镇2026年工作要点\n组织机构:\n  名称: 防汛领导小组\n  组长: 镇长\n  成员: 派出所',
        in: 'plan',
        options: { required: ['组长', '成员'] },
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n组织机构:\n  第一组长: 镇党委书记\n  成员: 派出所',
      '标题: 平安镇2026年工作要点\n组织机构:\n  名称: 平安建设联席会议\n  成员: [镇综治办, 派出所]',
      '标题: 平安镇2026年工作要点\n组织机构:\n  办公室: {设在: 镇综治办}',
    ],
  }),
});
