import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'yaml/block-indent',
  title: '“|”下面的文字没有缩进',
  why: '“|”下面的文字比键缩进得多，才是它的内容。',
  basis: 'YAML 1.2.2 8.1',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
正文: |
⟦每月排查。⟧
`,
        right: `标题: 平安镇2026年工作要点
正文: |
  每月排查。
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
