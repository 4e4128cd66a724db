import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/fullwidth-colon',
  title: '键后面用了全角冒号',
  why: 'YAML 只认半角冒号；用了全角的，键和内容连成了一段文字。',
  basis: 'YAML 1.2.2 8.2.2',
  fix: 'safe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
单位⟦：⟧平安镇人民政府
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
正文: 每月排查。
`,
});
