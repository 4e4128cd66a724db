import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/date',
  title: '不是日历上的日期',
  why: '成文日期决定公文何时生效，不能写一个没有的日子。',
  basis: 'GB/T 9704—2012 7.3.5.4',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
日期: ⟦2026-02-30⟧
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
日期: 2026-02-28
正文: 每月排查。
`,
});
