import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/one-line',
  title: '只能写一行的地方分了段',
  why: '标题、名称、日期都是一行，分段排不下。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: |-
  平安镇⟦
⟧
  工作要点
正文: 每月排查。
`,
  right: `标题: 平安镇工作要点
正文: 每月排查。
`,
});
