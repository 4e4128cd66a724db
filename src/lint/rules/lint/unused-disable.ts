import { rule } from '../../rule.ts';

/** Found by the comments that turn rules off. */
export default rule({
  id: 'lint/unused-disable',
  title: '停用规则的注释没有用处',
  why: '问题改好以后留下的注释，会把以后的新问题也放过去。',
  basis: '惯例',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
# pingan-disable-next ⟦punct/half-width⟧
正文: 每月排查。
`,
        right: `标题: 平安镇2026年工作要点
正文: 每月排查。
`,
        in: 'source',
      },
    ],
    silent: [],
  }),
});
