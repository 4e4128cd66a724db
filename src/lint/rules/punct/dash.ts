import { rule, running } from '../../rule.ts';

const han = '[\\p{Script=Han}“”‘’《》（）【】，。；：、]';
const typed = '(?:(?<![-\\w])--(?![-A-Za-z])|(?<!－)－－(?!－)|(?<!─)──(?!─)|(?<!–)––(?!–))';
const wrong = new RegExp(`(?<=${han})${typed}|${typed}(?=${han})`, 'gu');

export default rule({
  id: 'punct/dash',
  title: '破折号不规范',
  why: '中文的破折号是一条占两个字的线，写作“——”；两个短横中间是断的。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['--', '－－', '──', '––'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(wrong)) {
      const at = span(index, index + found.length);
      tell(at, `破折号“${found}”应为“——”。`, { fix: { ...at, text: '——' } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '⟦--⟧健全风险防控体系。', right: '——健全风险防控体系。' },
      { wrong: '今年的主题⟦－－⟧人人讲安全', right: '今年的主题——人人讲安全' },
    ],
    silent: [
      '2021—2025年规划',
      '运行pingan lint --fix',
      '---',
      '县—镇—村三级',
      '每村建1-2个示范点。',
      '——健全体系。',
    ],
  }),
});
