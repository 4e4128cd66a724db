import { rule, running } from '../../rule.ts';

export default rule({
  id: 'leftover/comment-mark',
  title: '审阅的痕迹没有清除',
  why: '“（？）”“此处删除”是改稿的人留下的，不该印出来。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['?', '？', '（此', '(此', '（这', '(这', '（這', '(這', '（本', '(本', '批注', '批註'],
  kinds: [...running, 'person', 'post', 'unit', 'citedTitle', 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(
      /[（(][?？]+[）)]|[?？]{2,}|[（(](?:此处|此處|此段|此句|这里|這裡|這裏|本段|本句)[^（）()。]{0,12}(?:删除|刪除|删去|刪去|修改|补充|補充|核实|核實|覈實|存疑|再议|再議)[^（）()。]{0,6}[）)]|批[注註] ?\[[^[\]]{1,8}\]/g,
    ))
      tell(span(index, index + found.length), `“${found}”是审阅时留下的记号。`, {
        advice: '核实或改好以后删去。',
      });
  },
  texts: () => ({
    examples: [
      { wrong: '全镇共有235户⟦（？）⟧。', right: '全镇共有235户。' },
      { wrong: '每月排查一次⟦（此处请补充责任单位）⟧。', right: '每月排查一次，由镇应急管理办公室负责。' },
      { wrong: '方明远⟦？？⟧', right: '方明远', in: 'person' },
      {
        wrong: '每月排查一次⟦（这里再核实）⟧，建立台账⟦（本段删去）⟧，张榜公布⟦批注[王一]⟧。',
        right: '每月排查一次，建立台账，张榜公布。',
      },
    ],
    silent: ['隐患在哪里？怎么办？', '（此处为易涝点）', '做到“五问”：问谁？问什么？'],
  }),
});
