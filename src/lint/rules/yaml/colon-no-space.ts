import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/colon-no-space',
  title: '冒号后面缺空格',
  why: '冒号后面没有空格，YAML 把键和内容当成一段文字。',
  basis: 'YAML 1.2.2 8.2.2',
  fix: 'safe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
单位⟦:⟧平安镇人民政府
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
正文: 每月排查。
`,
});
