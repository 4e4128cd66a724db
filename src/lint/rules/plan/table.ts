import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'plan/table',
  title: '表格的行与列对不上',
  why: '多的格会丢失，少的格会错位。',
  basis: '计划文件格式',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
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
        in: 'source',
      },
    ],
    silent: [],
  }),
});
