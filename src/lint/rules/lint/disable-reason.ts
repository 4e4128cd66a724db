import { rule } from '../../rule.ts';

/** Found by the comments that turn rules off. */
export default rule({
  id: 'lint/disable-reason',
  title: '停用规则没有写原因',
  why: '后来的人要知道为什么可以不改。配置里写“须写原因: 是”才查。',
  basis: '惯例',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong:
          '标题: 平安镇2026年工作要点\n⟦# pingan-disable-next punct/half-width⟧\n正文: 每月排查,每季通报。\n',
        right:
          '标题: 平安镇2026年工作要点\n# pingan-disable-next punct/half-width -- 原文如此\n正文: 每月排查,每季通报。\n',
        in: 'source',
      },
    ],
    silent: [],
  }),
});
