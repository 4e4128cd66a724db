import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/colon-missing',
  title: '键后面没有冒号',
  why: '键和内容之间要有半角冒号和空格。',
  basis: 'YAML 1.2.2 8.2.2',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
⟦单位⟧ 平安镇人民政府
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
正文: 每月排查。
`,
});
