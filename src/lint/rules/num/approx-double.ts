import { rule, running } from '../../rule.ts';

const number = String.raw`(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,20}(?:\.\d{1,20})?|[一二三四五六七八九十百千两兩]{1,5})[万萬亿億]?`;
const unit =
  '(?:个百分点|個百分點|平方米|平方公里|公里|人次|批次|小时|小時|分钟|分鐘|[个個]月|[%％‰个個处處项項件起户戶人名家条條次份场場天年月元米吨噸亩畝岁歲分])?';
const some = '[余餘多]?';
/** Two words for one vagueness, around one number with its unit and nothing else; each with what the first word holds. */
const patterns: readonly (readonly [RegExp, string, string])[] = [
  [/[约約]|大概/, `(?:大?[约約]|大概)${number}${some}${unit}`, '左右|上下|以上'],
  [
    /[超逾少]|突破|不低/,
    `(?:超[过過]|(?<![高赶趕])超|逾|突破|不少[于於]|不低[于於]|至少|最少)${number}${some}${unit}`,
    '以上|左右|上下',
  ],
  [/不超|不高|多/, `(?:不超[过過]|不高[于於]|不多[于於]|至多|最多)${number}${unit}`, '以[内內下上]|左右'],
  [/[余餘]/, `${number}[余餘]${unit}`, '左右|上下|以上'],
];
/** A number before a word of the second kind, which few paragraphs have; the patterns take long to compile. */
const near = /[\d一二三四五六七八九十百千两兩万萬亿億].{0,6}(?:左右|上下|以[上内內下])/;
const all = patterns.map(
  ([holds, head, tail]) => [holds, new RegExp(`(?<![\\d.])(${head})(${tail})`, 'g')] as const,
);

export default rule({
  id: 'num/approx-double',
  title: '概数的说法重叠了',
  why: '“约”和“左右”、“不低于”和“以上”说的是一个意思，用一个就够了；“约30人以上”还自相矛盾。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['左右', '上下', '以上', '以内', '以內', '以下'],
  kinds: running,
  passage({ prose, span }, tell) {
    if (!near.test(prose)) return;
    const seen = new Set<number>();
    for (const [holds, pattern] of all)
      for (const { index, 0: found, 1: head = '' } of holds.test(prose) ? prose.matchAll(pattern) : []) {
        const to = index + found.length;
        if (seen.has(to)) continue;
        seen.add(to);
        const at = span(index + head.length, to);
        tell(span(index, to), `“${found}”前后两处都表示概数或界限，重复了。`, {
          advice: `留一处，如“${head}”。`,
          fix: { ...at, text: '' },
        });
      }
  },
  texts: () => ({
    examples: [
      { wrong: '每月巡查⟦约30次左右⟧。', right: '每月巡查约30次。' },
      { wrong: '群众满意度⟦不低于95%以上⟧。', right: '群众满意度不低于95%。' },
      { wrong: '覆盖⟦50余个以上⟧小区。', right: '覆盖50余个小区。' },
      { wrong: '受理诉求⟦超过三百件以上⟧。', right: '受理诉求超过三百件。' },
      {
        wrong: '每月巡查⟦约30次上下⟧；答复⟦不超过3天以内⟧；差错率⟦不高于1%以下⟧。',
        right: '每月巡查约30次；答复不超过3天；差错率不高于1%。',
      },
    ],
    silent: [
      '超10亿元项目50个以上。',
      '控制在5%以内。',
      '约30人参加，其中党员20人以上。',
      '不低于95%，力争98%以上。',
      '超过1年的，按规定处理。',
    ],
  }),
});
