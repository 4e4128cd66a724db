import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'yaml/fullwidth-comma-in-list',
  title: '方括号列表里用了全角逗号',
  why: 'YAML 只认半角逗号；用了全角的，几个名称成了一个。',
  basis: 'YAML 1.2.2 7.4.1',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
主送: [各村⟦，⟧各站所]
正文: 每月排查。
`,
        right: `标题: 平安镇2026年工作要点
主送: [各村, 各站所]
正文: 每月排查。
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
