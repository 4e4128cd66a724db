import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/unknown-key',
  title: '不认识的键',
  why: '键写错了，它的内容就没有地方放。',
  basis: '计划文件格式',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
⟦指导思象⟧: 坚持底线思维。
`,
  right: `标题: 平安镇2026年工作要点
指导思想: 坚持底线思维。
`,
});
