import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/variable-in-variable',
  title: '变量的值里又写了变量',
  why: '变量的值是文字，里面的“{{…}}”会照样印出来。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
变量: {全名: ⟦"平安镇{{村名}}"⟧}
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
变量: {全名: 平安镇柳溪村}
正文: 每月排查。
`,
});
