import { rule, running } from '../../rule.ts';

export default rule({
  id: 'wording/absolute',
  title: '话说得太满',
  why: '“万无一失”“不发生任何事故”谁也保证不了，也没有办法考核。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  kinds: running,
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    for (const { index, 0: found } of text.matchAll(
      /万无一失|萬無一失|(?:确保|確保|保证|保證)不(?:发生|發生|出)(?:任何|一起|一点)[^，。；]{0,8}?(?:事故|问题|問題|案件|差错|纰漏)|百分之百地?(?=安全|满意|滿意|落实|落實)|绝对安全|絕對安全|杜绝一切|杜絕一切|永不发生|永不發生/g,
    ))
      tell(passage.span(index, index + found.length), `“${found}”说得太满。`, {
        advice: '换成能够做到、可以考核的要求，如“不发生较大以上事故”。',
      });
  },
  texts: () => ({
    examples: [
      {
        wrong: '⟦确保不发生任何安全事故⟧，做到⟦万无一失⟧。',
        right: '不发生较大以上安全事故，做到有备无患。',
      },
    ],
    silent: ['最优营商环境', '绝对忠诚', '确保不发生较大以上事故', '整改率达到百分之百。'],
  }),
});
