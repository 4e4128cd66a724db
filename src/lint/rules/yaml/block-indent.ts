import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/block-indent',
  title: '“|”下面的文字没有缩进',
  why: '“|”下面的文字比键缩进得多，才是它的内容。',
  basis: 'YAML 1.2.2 8.1',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: |
⟦每月排查。⟧
`,
  right: `标题: 平安镇2026年工作要点
正文: |
  每月排查。
`,
});
