import { rule } from '../../rule.ts';

/** Found by the reader. */
export default rule({
  id: 'plan/shape',
  title: '内容的形式不对',
  why: '这里该是文字、列表还是一组键，决定了怎样排印。',
  basis: '计划文件格式',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
正文: 每月排查。
变量: ⟦柳溪村⟧
`,
        right: `标题: 平安镇2026年工作要点
正文: 每月排查。
变量: {村名: 柳溪村}
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
