import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/number-form',
  title: '看不出是哪种序号',
  why: '要照着第一个序号的样子，才知道后面怎样编。',
  basis: 'GB/T 9704—2012 7.3.3',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
编号: {层次: [⟦壹⟧]}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
编号: {层次: [一、]}
正文: 每月排查。
`,
});
