import { rule, running } from '../../rule.ts';

export default rule({
  id: 'num/range-wan',
  title: '数值范围省了前一个“万”或“亿”',
  why: '“5—10万元”可以读成从5元到10万元，前一个“万”“亿”不能省；“元”“人”这样的单位可以省。',
  basis: 'GB/T 15835—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['万', '萬', '亿', '億'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found, 1: low = '', 2: high = '', 3: scale = '' } of prose.matchAll(
      /(?<![\d.%％\-—–~～－/:第A-Za-z])(\d{1,4}(?:\.\d{1,9})?)(?:[-—–~～－至])(\d{1,4}(?:\.\d{1,9})?)([万萬亿億])/g,
    )) {
      // 5000—1万 goes from thousands to ten thousand.
      if (Number(low) >= Number(high)) continue;
      const end = span(index + low.length, index + low.length);
      tell(span(index, index + found.length), `“${found}”的前一个数后面缺“${scale}”。`, {
        advice: `前一个数也是以“${scale}”计的，补上“${scale}”；不是的，把单位写全。`,
        fix: { ...end, text: scale },
      });
    }
  },
  texts: () => ({
    examples: [
      { wrong: '每村补助⟦5—10万⟧元。', right: '每村补助5万—10万元。' },
      { wrong: '总投资⟦1.5～2亿⟧元。', right: '总投资1.5亿～2亿元。' },
    ],
    silent: ['每村补助5万—10万元。', '每户补助5000—1万元。', '2021—2025年投入5万元。', '参加3—5次。'],
  }),
});
