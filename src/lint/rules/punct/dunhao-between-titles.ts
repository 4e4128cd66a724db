import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/dunhao-between-titles',
  title: '并列的书名号之间用了顿号',
  why: '书名号已经把名称隔开，并列时之间通常不用顿号；书名号后面有括注的才用。',
  basis: 'GB/T 15834—2011 4.5.3.5',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['》、'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index: start, 0: sentence } of prose.matchAll(/[^。；]+/g)) {
      // With a note behind one of them the marks stay, and then all of them do.
      if (/》[（(〔][^（）()]{0,100}[）)〕]、/.test(sentence)) continue;
      for (const { index } of sentence.matchAll(/(?<=》)、(?=《)/g)) {
        const at = span(start + index, start + index + 1);
        tell(at, '并列的书名号之间不用顿号。', { fix: { ...at, text: '' } });
      }
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '宣传《安全生产法》⟦、⟧《消防法》⟦、⟧《道路交通安全法》。',
        right: '宣传《安全生产法》《消防法》《道路交通安全法》。',
      },
    ],
    silent: [
      '落实《防汛预案》（2026年修订）、《防火预案》。',
      '宣传《安全生产法》《消防法》和《道路交通安全法》。',
      '订阅《平安报》、杂志。',
    ],
  }),
});
