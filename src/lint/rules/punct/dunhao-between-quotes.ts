import { rule, running } from '../../rule.ts';

export default rule({
  id: 'punct/dunhao-between-quotes',
  title: '并列的引号之间用了顿号',
  why: '引号已经把词语隔开，并列时之间通常不用顿号；引号后面有括注的才用。实际文件里用的很多，本单位习惯用的不必开这条规则。',
  basis: 'GB/T 15834—2011 4.5.3.5',
  level: 'info',
  preset: 'strict',
  fix: 'safe',
  since: '0.2.0',
  signs: ['”、'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index: start, 0: sentence } of prose.matchAll(/[^。；]+/g)) {
      // With a note behind one of them the marks stay, and then all of them do.
      if (/”[（(〔][^（）()]{0,100}[）)〕]、/.test(sentence)) continue;
      for (const { index } of sentence.matchAll(/(?<=”)、(?=“)/g)) {
        const at = span(start + index, start + index + 1);
        tell(at, '并列的引号之间通常不用顿号。', { fix: { ...at, text: '' } });
      }
    }
  },
  texts: () => ({
    examples: [{ wrong: '排查“五小”⟦、⟧“九小”⟦、⟧“三合一”场所。', right: '排查“五小”“九小”“三合一”场所。' }],
    silent: ['排查“五小”（见附件1）、“九小”场所。', '排查“五小”、餐饮场所。', '排查“五小”“九小”场所。'],
  }),
});
