import { foundInSettings } from '../../rule.ts';

export default foundInSettings({
  id: 'config/unknown-rule',
  title: '设置了没有的规则',
  why: '写错名称的设置不起作用，以为关了的还在查，以为查的没有查。计划的“检查”和配置文件里都一样。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
检查: {规则: {⟦punct/nothing⟧: 关}}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
检查: {规则: {punct/half-width: 关}}
正文: 每月排查。
`,
});
