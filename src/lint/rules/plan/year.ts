import { foundByReader } from '../../rule.ts';

export default foundByReader({
  id: 'plan/year',
  title: '不是年份',
  why: '年度用来核对文中的日期。',
  basis: '计划文件格式',
  since: '0.2.0',
  wrong: `标题: 平安镇2026年工作要点
年度: ⟦今年⟧
正文: 每月排查。
`,
  right: `标题: 平安镇2026年工作要点
年度: 2026
正文: 每月排查。
`,
});
