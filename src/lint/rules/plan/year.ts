import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'plan/year',
  title: '不是年份',
  why: '年度用来核对文中的日期。',
  basis: '计划文件格式',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
年度: ⟦今年⟧
正文: 每月排查。
`,
        right: `标题: 平安镇2026年工作要点
年度: 2026
正文: 每月排查。
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
