import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/depth',
  title: '层次比序号的级数还多',
  why: '没有序号的一级排不出来。',
  basis: 'GB/T 9704—2012 7.3.3',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
编号: {层次: [一、]}
正文:
  - 加强排查:
      - ⟦排查⟧: 每月一次。
`,
  right: `标题: 平安镇2026年工作要点
编号: {层次: [一、, （一）]}
正文:
  - 加强排查:
      - 排查: 每月一次。
`,
});
