import { rule, running } from '../../rule.ts';
import { quotations } from './quotations.ts';

export default rule({
  id: 'punct/prime-as-quote',
  title: '用角分符号当引号',
  why: '″ 和 ′ 是角度的分、秒，也表示英寸、英尺；引号是“”和‘’。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  signs: [...'″′＂＇〝〞'],
  kinds: [...running, 'unit', 'post', 'deadline', 'citedTitle'],
  passage({ prose, span }, tell) {
    const { pairs, alone } = quotations(prose, { double: '″＂〝〞', single: '′＇' });
    for (const { open, close, right, shown } of pairs) {
      const ends = [open, close].filter((index) => /[″′＂＇〝〞]/.test(prose.charAt(index)));
      const marks = [...new Set(ends.map((index) => `“${prose.charAt(index)}”`))].join('');
      tell(span(open, close + 1), `${marks}不是引号，应写作${shown}。`, {
        fix: ends.map((index) => ({ ...span(index, index + 1), text: index === open ? right[0] : right[1] })),
      });
    }
    for (const index of alone)
      if (/\p{Script=Han}/u.test(prose.slice(Math.max(0, index - 1), index + 2)))
        tell(span(index, index + 1), `“${prose.charAt(index)}”不是引号，也没有成对。`, {
          advice: '看看引文从哪里起、到哪里止，两头用“”。',
        });
  },
  texts: () => ({
    examples: [
      { wrong: '落实⟦″八抓二十条″⟧措施。', right: '落实“八抓二十条”措施。' },
      { wrong: '吸取⟦″5.1″⟧火灾教训⟦＂严防死守＂⟧。', right: '吸取“5.1”火灾教训“严防死守”。' },
      { wrong: '开展⟦″平安校园”⟧创建。', right: '开展“平安校园”创建。' },
      { wrong: '开展⟦″⟧平安校园创建。', right: '开展“平安校园”创建。' },
    ],
    silent: ['位于东经117°12′30″附近。', '管径2″以上的阀门。', '推进“平安校园”建设。'],
  }),
});
