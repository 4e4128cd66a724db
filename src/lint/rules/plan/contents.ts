import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/contents',
  title: '红头文件的前面放不下目录',
  why: '首页要有红头和正文，目录只能印在印发通知之后、计划之前。',
  basis: 'GB/T 9704—2012 7.3.3',
  since: '0.2.0',
  wrong: `标题: ⟦平安镇2026年工作要点⟧
版式: {红头: {标志: 平安镇人民政府文件}, 目录: 2}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
版式: {目录: 2}
正文: 每月排查。
`,
});
