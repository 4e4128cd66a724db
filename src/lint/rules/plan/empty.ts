import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'plan/empty',
  title: '键后面没有内容',
  why: '多半是内容忘了写，或者缩进不对，内容归到了别处。',
  basis: '计划文件格式',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
⟦单位⟧:
正文: 每月排查。
`,
        right: `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
正文: 每月排查。
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
