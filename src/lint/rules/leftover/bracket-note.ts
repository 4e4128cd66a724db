import { rule, running } from '../../rule.ts';

export default rule({
  id: 'leftover/bracket-note',
  title: '方头括号里的批注没有处理',
  why: '“【请核实】”是改稿时写给自己人看的，不该印给收文单位。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['【'],
  kinds: [...running, 'unit', 'deadline'],
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(
      /【(?:请|請|需|应|此处|此處|暂|暫|待(?!办|辦|遇|命))[^【】]{0,20}】|【[^【】]{0,16}(?:核实|核實|补充|補充|填写|填寫|待定|待补|删除|刪除|修改|存疑)[^【】]{0,8}】|【[?？xX×…]+】/g,
    ))
      tell(span(index, index + found.length), `“${found}”是改稿时的批注。`, {
        advice: '照批注改好以后删去。',
      });
  },
  texts: () => ({
    examples: [
      { wrong: '全镇共有235户⟦【请核实】⟧。', right: '全镇共有235户。' },
      { wrong: '由⟦【待补】⟧负责，⟦【此处补充经费】⟧。', right: '由镇财政所负责，列入预算。' },
    ],
    silent: ['【责任单位】镇应急管理办公室', '【整改时限】12月底前', '【待办事项】', '【改革创新】'],
  }),
});
