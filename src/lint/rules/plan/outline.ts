import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/outline',
  title: '手打的序号读成了列表',
  why: '从 Word、WPS、网页里粘来的文字带着序号。序号与程序要编的一致，从一开始、一个不漏，就读成标题和各条，序号由程序编，与写成列表印出来一样；层次、字体、缩进都照规定来。',
  basis: 'GB/T 9704—2012 7.3.3',
  level: 'info',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: |
  ⟦一、排查隐患⟧
  每月一次。
  二、建立台账
  一户一档。
`,
  right: `标题: 平安镇2026年工作要点
正文:
  - 排查隐患: 每月一次。
  - 建立台账: 一户一档。
`,
});
