import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/fullwidth-comma-in-list',
  title: '方括号列表里用了全角逗号',
  why: 'YAML 只认半角逗号；用了全角的，几个名称成了一个。',
  basis: 'YAML 1.2.2 7.4.1',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主送: [各村⟦，⟧各站所]
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
主送: [各村, 各站所]
正文: 每月排查。
`,
});
