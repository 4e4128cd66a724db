import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/several-titles',
  title: '一条里写了几个标题',
  why: '每个标题自成一条，否则分不清谁的内容。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文:
  - 加强排查: 每月一次。
    ⟦加强整治⟧: 每季度一次。
`,
  right: `标题: 平安镇2026年工作要点
正文:
  - 加强排查: 每月一次。
  - 加强整治: 每季度一次。
`,
});
