import { rule } from '../../rule.ts';

/** Found by the reader, which makes a list of the numbers that fit. */
export default rule({
  id: 'numbering/hand-typed-in-body',
  title: '正文段首手打的序号照原样印',
  why: '从别处粘来的序号，与工具要编的一致的，读成列表，由工具编号；不一致的，照原样印成正文，增删一条时不会跟着变，也不成标题。写成列表，序号由工具自动加，层次、缩进都照规定来。',
  basis: '惯例',
  level: 'warning',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  texts: () => ({
    examples: [
      {
        wrong: '⟦一、⟧落实网格员每日巡查。\n\n二、建立隐患台账。',
        right: '（一）落实网格员每日巡查。\n\n（二）建立隐患台账。',
      },
      { wrong: '⟦（一）⟧落实网格员每日巡查。', right: '落实网格员每日巡查。' },
      {
        wrong: '（一）落实巡查。\n1.每日一次。\n⟦1.⟧建立台账。\n（二）严格考核。',
        right: '（一）落实巡查。\n1.每日一次。\n2.建立台账。\n（二）严格考核。',
      },
    ],
    silent: [
      '一、二号矿每月排查一次。',
      '抓好两件事：1.落实巡查；2.建立台账。',
      '5.12防灾减灾日开展宣传。',
      '2026年底前完成。',
      '（2026）年度计划另发。',
      '一是落实巡查。\n二是建立台账。',
      '投资\n1.5亿元，\n2.6亿元到位。',
    ],
  }),
});
