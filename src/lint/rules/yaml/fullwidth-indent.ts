import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/fullwidth-indent',
  title: '缩进用了全角空格',
  why: 'YAML 的层次由半角空格决定；用全角空格，这一行就不在上一级里面了。',
  basis: 'YAML 1.2.2 6.1',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
组织机构:
⟦　　组长⟧: 镇长
`,
  right: `标题: 平安镇2026年工作要点
组织机构:
    组长: 镇长
`,
});
