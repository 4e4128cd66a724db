import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/picture',
  title: '图片印不出来',
  why: '图片要在计划旁边，是 PNG 或 JPEG，不比版心宽；缺了、坏了的图片不能印成空白。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文:
  - 内容: 网格划分见图。
    图片: {文件: 网格图.png, 宽: ⟦30厘米⟧}
`,
  right: `标题: 平安镇2026年工作要点
正文:
  - 内容: 网格划分见附件。
`,
});
