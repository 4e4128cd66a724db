import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'yaml/chinese-brackets',
  title: '列表、组用了中文的括号',
  why: 'YAML 的列表写半角方括号，一组字段写半角花括号；中文的括号使几个名称成了一个。',
  basis: 'YAML 1.2.2 7.4',
  fix: 'unsafe',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
主送: ⟦【⟧各村，各社区】
`,
  right: `标题: 平安镇2026年工作要点
主送: [各村, 各社区]
`,
});
