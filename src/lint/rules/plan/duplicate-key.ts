import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/duplicate-key',
  title: '同一项写了两次',
  why: '只能印一次，另一次会丢失。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
⟦发文机关⟧: 平安镇人民政府
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
正文: 每月排查。
`,
});
