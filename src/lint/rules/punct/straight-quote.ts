import { hidden } from '../../passage.ts';
import { rule, running } from '../../rule.ts';
import { quotations } from './quotations.ts';

const chinese = /[\p{Script=Han}\uFFFC《》（）、，。；：]/u;

/** A value in a piece of code: name="平安". */
const assigned = /=(["'])[^"']{0,80}\1/g;

export default rule({
  id: 'punct/straight-quote',
  title: '用了直引号',
  why: '直引号是英文和程序里的写法，不分前后；中文用弯引号“”，引号里面再用引号时用‘’。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['"', "'"],
  kinds: [...running, 'unit', 'post', 'deadline', 'citedTitle'],
  passage({ prose, span }, tell) {
    const text = prose.replace(assigned, (found) => hidden.repeat(found.length));
    const { pairs, alone } = quotations(text, { double: '"', single: "'" });
    for (const { open, close, right, shown, certain } of pairs) {
      const beside = chinese.test(text.charAt(open - 1)) || chinese.test(text.charAt(close + 1));
      if (!beside && !/[\p{Script=Han}\uFFFC]/u.test(text.slice(open + 1, close))) continue;
      const edits = [
        { ...span(open, open + 1), text: right[0] },
        { ...span(close, close + 1), text: right[1] },
      ].filter((_, end) => /["']/.test(text.charAt(end === 0 ? open : close)));
      tell(span(open, close + 1), `这里用了直引号，应写作${shown}。`, { fix: edits, unsafe: !certain });
    }
    for (const index of alone)
      if (chinese.test(text.charAt(index - 1)) || chinese.test(text.charAt(index + 1)))
        tell(span(index, index + 1), '这里的直引号没有成对，也应改为弯引号。', {
          advice: '看看引文从哪里起、到哪里止，两头用“”。',
        });
  },
  texts: () => ({
    examples: [
      { wrong: '牢固树立⟦"四个意识"⟧。', right: '牢固树立“四个意识”。' },
      { wrong: '开展⟦"5.12"⟧宣传，落实⟦"一岗双责"⟧。', right: '开展“5.12”宣传，落实“一岗双责”。' },
      { wrong: '推动网格化管理⟦“走深走实"⟧。', right: '推动网格化管理“走深走实”。' },
      { wrong: "开展⟦'安全生产月'⟧活动", right: '开展“安全生产月”活动', in: 'title' },
      { wrong: '推进⟦"⟧平安校园建设。', right: '推进“平安校园”建设。' },
    ],
    silent: ['配置24"显示屏3块。', '位于东经117°12\'30"附近。', "举办Children's Day活动。", 'name="平安"'],
  }),
});
