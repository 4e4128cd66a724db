import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/titles-run-together',
  title: '带文号的文件名称之间没有顿号',
  why: '并列的书名号之间不用顿号，但中间插了文号的要用，否则文号像是后一个文件的。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['）《', ')《'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index } of prose.matchAll(/(?<=》[（(][^（）()《》]{2,40}[号號])[）)]《/g)) {
      const end = span(index, index + 1).end;
      tell(span(index, index + 2), '两个文件名称之间隔着文号，要用顿号分开。', {
        fix: { start: end, end, text: '、' },
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '按照《平安镇考核办法》（平政发〔2026〕3号⟦）《⟧平安镇督查办法》（平政发〔2026〕4号）执行。',
        right: '按照《平安镇考核办法》（平政发〔2026〕3号）、《平安镇督查办法》（平政发〔2026〕4号）执行。',
      },
    ],
    silent: [
      '按照《平安镇考核办法》（试行）《平安镇督查办法》执行。',
      '宣传《安全生产法》《消防法》。',
      '落实《平安镇考核办法》（平政发〔2026〕3号）和《平安镇督查办法》。',
    ],
  }),
});
