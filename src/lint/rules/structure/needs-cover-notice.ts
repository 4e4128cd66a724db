import { kindOf } from '../../../plan/document-kind.ts';
import { rule } from '../../rule.ts';

/** Bodies that aren't bound by the rules for party and government organs. */
const others =
  /村|社区|社區|居民委|居委|公司|企业|企業|学校|學校|[中小]学|[中小]學|幼儿园|幼兒園|医院|醫院|协会|協會/;

export default rule({
  id: 'structure/needs-cover-notice',
  title: '要点、方案没有印发通知',
  why: '要点、方案、计划不在十五种公文之列，机关正式发出时要用一份“通知”印发。只在内部执行、不发文的不必开这条规则。',
  basis: '《党政机关公文处理工作条例》',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  plan({ plan, face }, tell) {
    const kind = kindOf(plan)?.name;
    if (kind === undefined || kind === '通知' || kind === '工作总结' || plan.coverNotice) return;
    const [issuer] = plan.issuer ?? [];
    if (issuer && !others.test(issuer.text))
      tell(face, `“${kind}”不是公文的法定文种，正式发出要有印发通知。`, {
        advice: '写上“印发通知:”，排印时通知在前，本文作为它印发的内容。',
      });
  },
  texts: () => ({
    examples: [
      {
        wrong: '标题: ⟦平安镇2026年防汛工作方案⟧\n单位: 平安镇人民政府\n正文: 每月排查一次。',
        right:
          '标题: 平安镇2026年防汛工作方案\n单位: 平安镇人民政府\n印发通知: {正文: 现印发给你们。}\n正文: 每月排查一次。',
        in: 'plan',
      },
    ],
    silent: [
      '标题: 柳溪村2026年防汛工作方案\n单位: 平安镇柳溪村村民委员会\n正文: 每月排查一次。',
      '标题: 平安镇人民政府关于做好防汛工作的通知\n单位: 平安镇人民政府\n正文: 每月排查一次。',
    ],
  }),
});
