import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/names-over-lines',
  title: '名称中间换了行',
  why: '换行的地方接成一个名称，两个单位、两个人就成了一个；写在 | 下面的，一行是一个。',
  basis: '计划文件格式',
  level: 'warning',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主送:
  各⟦村⟧
  各社区
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
主送:
  - 各村
  - 各社区
正文: 每月排查。
`,
});
