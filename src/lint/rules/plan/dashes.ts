import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/dashes',
  title: '各条前面少了“- ”',
  why: '几个标题并排写，每个前面有“- ”才是列表的各条。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主要任务:
  ⟦加强排查⟧: 每月一次。
  组织演练: 每季一次。
`,
  right: `标题: 平安镇2026年工作要点
主要任务:
  - 加强排查: 每月一次。
  - 组织演练: 每季一次。
`,
});
