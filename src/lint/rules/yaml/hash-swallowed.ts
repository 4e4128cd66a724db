import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/hash-swallowed',
  title: '“#”后面的内容被当作注释',
  why: '空格加“#”在 YAML 里是注释的开头，后面的字不会印出来。',
  basis: 'YAML 1.2.2 6.6',
  level: 'warning',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: 每月排查， ⟦#重点⟧
`,
  right: `标题: 平安镇2026年工作要点
正文: '每月排查， #重点'
`,
});
