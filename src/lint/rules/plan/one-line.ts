import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'plan/one-line',
  title: '只能写一行的地方分了段',
  why: '标题、名称、日期都是一行，分段排不下。',
  basis: '计划文件格式',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: |-
  平安镇⟦
⟧
  工作要点
正文: 每月排查。
`,
        right: `标题: 平安镇工作要点
正文: 每月排查。
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
