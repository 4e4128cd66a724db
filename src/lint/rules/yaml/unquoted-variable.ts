import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/unquoted-variable',
  title: '以“{{”开头的值没有加引号',
  why: '花括号在 YAML 里另有用处，不加引号就认不出是变量。',
  basis: 'YAML 1.2.2 7.4.2',
  fix: 'safe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
单位: ⟦{{镇名}}⟧
变量: {镇名: 平安镇}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
单位: '{{镇名}}'
变量: {镇名: 平安镇}
正文: 每月排查。
`,
});
