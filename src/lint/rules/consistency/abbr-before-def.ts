import { abbreviations, definers, firstUse } from '../../abbreviations.ts';
import { rule } from '../../rule.ts';

/** Words that are short names only after “以下简称”, and common nouns before. */
const common =
  /^(?:公司|单位|單位|企业|企業|领导小组|領導小組|小组|小組|办公室|辦公室|专班|專班|平台|平臺|系统|系統|项目|項目|中心|委员会|委員會|指挥部|指揮部|学校|學校|部门|部門|机构|機構|工程|行动|行動|活动|活動|办法|辦法|条例|條例|方案|规定|規定|意见|意見|通知|要点|要點|细则|細則|规划|規劃|计划|計劃|法|本.*|.*[市县縣区區镇鎮])$/;

export default rule({
  id: 'consistency/abbr-before-def',
  title: '简称用在了说明之前',
  why: '简称先用了，后面才说“以下简称”，读到前面的人不知道指的是谁。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: definers,
  plan(subject, tell) {
    for (const abbreviation of abbreviations(subject)) {
      const { short, full, passage: own, index } = abbreviation;
      // A short name that is a piece of the full one may be used as a word of its own.
      if (common.test(short) || full.includes(short)) continue;
      for (const passage of subject.passages) {
        if (passage.kind !== 'body' && passage.kind !== 'cell') continue;
        const use = firstUse(abbreviation, passage);
        const first = passage === own && use !== undefined && use > index ? undefined : use;
        if (first !== undefined) {
          tell(passage.span(first, first + short.length), `“${short}”用在了说明“以下简称”之前。`, {
            advice: '这里写全称并说明简称，后面再用简称。',
            related: [{ ...own.span(index, index + short.length), message: `“${short}”在这里才说明` }],
          });
        }
        if (passage === own || first !== undefined) break;
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong:
          '正文:\n  - 组织领导: ⟦安委会⟧每季度开会。\n  - 工作职责: 平安镇安全生产委员会（以下简称“安委会”）督促整改。',
        right:
          '正文:\n  - 组织领导: 平安镇安全生产委员会（以下简称“安委会”）每季度开会。\n  - 工作职责: 安委会督促整改。',
        in: 'plan',
      },
    ],
    silent: [
      '正文:\n  - 组织领导: 成立工作小组。\n  - 工作职责: 平安镇排查工作小组（以下简称“小组”）督促整改。',
      '正文:\n  - 组织领导: 建设平安物业。\n  - 工作职责: 平安物业创建活动（以下简称“平安物业”）每年开展。',
      '正文:\n  - 组织领导: 平安镇安全生产委员会（以下简称安委会）每季度开会，安委会设办公室。',
    ],
  }),
});
