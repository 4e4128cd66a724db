import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/entry-in-text',
  title: '一条连到了上一条的文字里',
  why: '缩进得比上一条多，就成了上一条文字的下文，不是列表的一条。',
  basis: 'YAML 1.2.2 8.2.1',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主要任务:
  - 每月排查。
    ⟦-⟧ 每季演练。
`,
  right: `标题: 平安镇2026年工作要点
主要任务:
  - 每月排查。
  - 每季演练。
`,
});
