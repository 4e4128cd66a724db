import { foundByMaking } from '../../rule.ts';

export default foundByMaking({
  id: 'plan/title-left-empty',
  title: '标题填好以后是空的，内容还在',
  why: '条件只写在标题里，没有值的时候标题没有了，下面的话还照样印，成了没有标题的一段。',
  basis: '计划文件格式',
  level: 'warning',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
变量: {水库: ''}
正文:
  - ⟦'{{#if 水库}}管好水库{{/if}}'⟧: 每周巡查。
  - 管好山林: 每周巡查。
`,
  right: `标题: 平安镇2026年工作要点
变量: {水库: ''}
正文:
  - '{{#if 水库}}管好水库{{/if}}': '{{#if 水库}}每周巡查。{{/if}}'
  - 管好山林: 每周巡查。
`,
});
