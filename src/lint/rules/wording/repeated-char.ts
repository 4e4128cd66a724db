import { rule, running } from '../../rule.ts';

/** Doubled function words, with what makes each of them right. */
const doubled = new RegExp(
  [
    '(?<![目标標有])的的(?![确確士哥])',
    '(?<![作认認行以成称稱视視名更改分人因])为为',
    '(?<![作認行以成稱視名更改分人因])(?:為為|爲爲)',
    '(?<![总總中饱飽温溫缓緩调調共柔平祥谐])和和(?![美气氣睦谐諧平解])',
    '(?<![在存现現实實所内內潜潛好旨重外正])在在(?![职職编編校建线線押岗崗])',
    '(?<![还還就但凡不可要国國只于也都])是是(?![非否])',
    '(?<![参參给給赋賦授])[与與][与與](?![会會否])',
    '(?<![针針面应應核相绝絕结結配])[对對][对對](?![方接口照联聯象策比])',
    '(?<![以涉普触觸波危顾顧])及及(?![时時早其格以至])',
    '把把(?![关關手柄])',
    '被被(?![告害])',
    '(?<![基属屬由对對关關处處位用至])[于於][于於]',
  ].join('|'),
  'g',
);

export default rule({
  id: 'wording/repeated-char',
  title: '一个字多打了一遍',
  why: '“的的”“为为”多半是改稿时留下的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: [
    ...[...'的为為爲和在是与與对對及把被于於'].map((word) => word + word),
    ...'与與 與与 对對 對对 于於 於于'.split(' '),
  ],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(doubled)) {
      const at = span(index, index + 2);
      tell(at, `“${found}”好像多打了一个字。`, { fix: { ...at, text: found.charAt(0) } });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '群众⟦的的⟧意见⟦和和⟧建议逐条登记。', right: '群众的意见和建议逐条登记。' },
      {
        wrong:
          '⟦为为⟧群众办事；⟦在在⟧村口设点；⟦是是⟧首要任务；镇⟦与与⟧村联动；⟦对对⟧隐患整改；镇⟦及及⟧村都要落实；⟦把把⟧责任压实；⟦被被⟧评为先进；服从⟦于于⟧大局。',
        right:
          '为群众办事；在村口设点；是首要任务；镇与村联动；对隐患整改；镇及村都要落实；把责任压实；被评为先进；服从于大局。',
      },
    ],
    silent: [
      '的的确确',
      '作为为民办事的窗口',
      '和和美美',
      '现在在校学生',
      '是是非非',
      '实实在在在基层',
      '参与与否',
    ],
  }),
});
