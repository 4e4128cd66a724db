import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/title-among-fields',
  title: '标题与字段写在一起',
  why: '一条里有字段的，标题也要写成字段，否则分不清哪个是标题、哪个是字段。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主要任务:
  - ⟦加强排查⟧: 每月一次。
    牵头: 综治办
`,
  right: `标题: 平安镇2026年工作要点
主要任务:
  - 标题: 加强排查
    内容: 每月一次。
    牵头: 综治办
`,
});
