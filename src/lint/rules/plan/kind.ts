import { foundByMaking } from '../../rule.ts';

export default foundByMaking({
  id: 'plan/kind',
  title: '没有这个文种的模板',
  why: '“文种”或者“模板”决定怎样排，没有这个模板的，不知道印成什么样子。自己的模板放在计划旁边的“模板”目录里。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
文种: ⟦便条⟧
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
文种: 工作要点
正文: 每月排查。
`,
});
