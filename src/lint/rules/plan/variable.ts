import { foundByMaking } from '../../rule.ts';

export default foundByMaking({
  id: 'plan/variable',
  title: '变量没有值，或者写法不对',
  why: '没有值的变量印出来是空的，写错的会照样印出来。值写在“变量”里，用 --set 给出，或者来自 batch 的表；可以没有的，用 {{#if 名称}}…{{/if}} 包起来。`pingan lint` 查括号、条件写得对不对，值要到生成时才知道。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
正文: "{{⟦村名⟧}}每月排查。"
`,
  right: `标题: 平安镇2026年工作要点
变量: {村名: 柳溪村}
正文: "{{村名}}每月排查。"
`,
});
