import { rule } from '../../rule.ts';

export default rule({
  id: 'leftover/list-mark',
  title: '文字里写了列表的记号',
  why: '“|”下面都是文字，行首的“- ”“* ”不是列表，会照样印出来，也不编号。',
  basis: '计划文件格式',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['- ', '* ', '+ '],
  kinds: ['body', 'cell'],
  passage({ text, span }, tell) {
    const [mark] = /^[-*+] +(?=\S)/.exec(text) ?? [];
    if (mark === undefined) return;
    tell(span(0, 1), `行首的“${mark.trim()}”会照样印出来。`, {
      advice: '是一条一条的，去掉上面的“|”，每条前面写“- ”，序号由程序编；要印横线的写“——”。',
    });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦-⟧ 排查隐患。\n\n⟦*⟧ 整治隐患。', right: '排查隐患。\n\n整治隐患。' },
      { wrong: '⟦+⟧ 排查隐患。', right: '——排查隐患。', in: 'cell' },
    ],
    silent: ['-　排查隐患。', '-5℃以下停工。', '——排查隐患。', '排查 - 整治。'],
  }),
});
