import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/letter',
  title: '信函的版记写了印发',
  why: '信函式的版记没有印发机关和印发日期，写了也不印。',
  basis: 'GB/T 9704—2012 10.1',
  level: 'warning',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
版式: {红头: {式样: 信函}}
正文: 每月排查。
印发: {机关: ⟦平安镇党政办⟧, 日期: 2026-03-05}
`,
  right: `标题: 平安镇2026年工作要点
版式: {红头: {式样: 信函}}
正文: 每月排查。
`,
});
