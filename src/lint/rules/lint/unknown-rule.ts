import { rule } from '../../rule.ts';

/** Found by the comments that turn rules off. */
export default rule({
  id: 'lint/unknown-rule',
  title: '停用的规则不存在',
  why: '规则名写错了，注释就不起作用。',
  basis: '惯例',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: `标题: 平安镇2026年工作要点
# pingan-disable-next ⟦punct/half-widht⟧
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
