import { rule } from '../../rule.ts';

export default rule({
  id: 'numbering/han-dot',
  title: '汉字序号后面用了点或逗号',
  why: '不带括号的汉字序号后面用顿号：“一、”。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  kinds: ['body', 'cell'],
  passage({ prose, span }, tell) {
    const found = /^\0*([一二三四五六七八九十]{1,3})([.．，,])(?![\d一二三四五六七八九十])/.exec(prose);
    if (found === null) return;
    const [whole, number = '', mark = ''] = found;
    const at = span(whole.length - 1, whole.length);
    tell(span(whole.length - 1 - number.length, whole.length), `序号“${number}${mark}”应为“${number}、”。`, {
      fix: { ...at, text: '、' },
    });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦一.⟧落实网格员每日巡查', right: '一、落实网格员每日巡查', in: 'cell' },
      { wrong: '⟦十二，⟧建立隐患台账', right: '十二、建立隐患台账', in: 'cell' },
    ],
    silent: ['一、落实网格员每日巡查。', '三，四季度各开展一次。', '一心一意，抓好落实。'],
  }),
});
