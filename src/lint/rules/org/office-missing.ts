import { leaderGroups } from '../../leader-groups.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'org/office-missing',
  title: '没有写领导小组办公室',
  why: '领导小组的日常工作要有办公室来做；写明设在哪里、谁任主任，各单位才知道找谁、材料报给谁。小的单位不设办公室，不必开这条规则。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  plan(subject, tell) {
    const written = subject.passages.some(({ kind, text }) => kind === 'body' && /[办辦]公室/.test(text));
    for (const { leaders, place } of leaderGroups(subject)) {
      const { office } = leaders;
      if (!office) {
        if (!written) tell(place, '没有写领导小组办公室。', { advice: '加上“办公室: {设在: …, 主任: …}”。' });
        continue;
      }
      const missing = [...(office.location ? [] : ['设在哪里']), ...(office.director ? [] : ['谁任主任'])];
      const at = office.location ?? office.duties?.[0] ?? office.director?.fullName ?? place;
      if (missing.length > 0)
        tell(at, `领导小组办公室没有写${missing.join('、')}。`, {
          advice: '写成“办公室: {设在: …, 主任: …}”。',
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: 平安镇2026年工作要点\n⟦组织机构⟧:\n  组长: 镇长\n  成员: [派出所]',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  成员: [派出所]\n  办公室: {设在: 镇综治办, 主任: 镇综治办主任}',
        in: 'plan',
      },
      {
        wrong: '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  办公室: {设在: ⟦镇综治办⟧}',
        right:
          '标题: 平安镇2026年工作要点\n组织机构:\n  组长: 镇长\n  办公室: {设在: 镇综治办, 主任: 镇综治办主任}',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 平安镇2026年工作要点\n组织机构:\n  领导小组: {组长: 镇长, 成员: [派出所]}\n  结语: 领导小组办公室设在镇综治办，负责日常工作。',
    ],
  }),
});
