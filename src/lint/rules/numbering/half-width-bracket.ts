import { rule } from '../../rule.ts';

export default rule({
  id: 'numbering/half-width-bracket',
  title: '序号的括号是半角的',
  why: '层次序数写作“（一）”“（1）”，用全角括号；半角括号只占半格，与别处的序号不齐。',
  basis: 'GB/T 9704—2012 7.3.3',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['('],
  kinds: ['body', 'cell'],
  passage({ prose, span }, tell) {
    const found = /^\0*(\(([一二三四五六七八九十]{1,3}|\d{1,2})\))(?![号號期级級类類])/.exec(prose);
    if (found === null) return;
    const [whole, typed = '', number = ''] = found;
    const at = span(whole.length - typed.length, whole.length);
    tell(at, `序号“${typed}”应为“（${number}）”。`, { fix: { ...at, text: `（${number}）` } });
  },
  texts: () => ({
    examples: [
      { wrong: '⟦(一)⟧落实网格员每日巡查', right: '（一）落实网格员每日巡查', in: 'cell' },
      { wrong: '⟦(2)⟧建立隐患台账', right: '（2）建立隐患台账', in: 'cell' },
    ],
    silent: ['（一）落实网格员每日巡查。', '(2026)年度计划另发。', '(一)期工程收尾。'],
  }),
});
