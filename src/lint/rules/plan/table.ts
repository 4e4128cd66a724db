import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/table',
  title: '表格的行与列对不上',
  why: '多的格会丢失，少的格会错位。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主要任务:
  表格:
    列: [任务, 时限]
    行:
      - [⟦排查⟧]
`,
  right: `标题: 平安镇2026年工作要点
主要任务:
  表格:
    列: [任务, 时限]
    行:
      - [排查, 3月底]
`,
});
