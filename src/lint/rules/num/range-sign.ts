import { choice } from '../../../schema/choices.ts';
import { option, record } from '../../../schema/schema.ts';
import { rule, running } from '../../rule.ts';

const hyphen = '[-－‐−–]';
const before = String.raw`(?<![\d.\-－‐−–—~～/:：〔A-Za-z#第]|[A-Za-z] )`;
/** Years: 2021-2025年, （2021-2025）. */
const years = new RegExp(
  String.raw`${before}((?:19|20)\d{2})年?(${hyphen})((?:19|20)\d{2})(?=年|学年|學年|[）)])`,
  'g',
);
/** Months and days of the calendar are points of time, too. */
const days = new RegExp(`${before}(\\d{1,2}[月日]?)(${hyphen})(\\d{1,2})(?=[月日])`, 'g');
const unit =
  '[%％‰万萬亿億个個处處项項件起户戶人名家条條次份场場天年米元岁歲倍]|小时|小時|分钟|分鐘|公里|千米|公斤|平方';
const numbers = new RegExp(
  String.raw`${before}(\d+(?:\.\d+)?(?:[%％‰万萬亿億年天米元]|个月|個月)?)(${hyphen})(\d+(?:\.\d+)?)(?=${unit})`,
  'g',
);

export default rule({
  id: 'num/range-sign',
  title: '起止之间用了短横线',
  why: '短横线“-”用在编号、型号里；时间的起止用一字线“—”，数值的范围用浪纹线“～”。有的机关数值也用一字线，可以用选项“数值”改。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'strict',
  fix: 'safe',
  since: '0.2.0',
  signs: ['-', '－', '‐', '−', '–'],
  options: record({
    numbers: option('数值', choice({ wave: ['～'], dash: ['—'] }), '数值的范围用“～”还是“—”，不写是“～”'),
  }),
  kinds: [...running, 'deadline'],
  passage(passage, tell, _subject, { numbers: style }) {
    const text = passage.outside('documentNumber');
    const seen = new Set<number>();
    for (const [pattern, sign] of [
      [years, '—'],
      [days, '—'],
      [numbers, style === 'dash' ? '—' : '～'],
    ] as const)
      for (const { index, 0: found, 1: low = '', 2: typed = '', 3: high = '' } of text.matchAll(pattern)) {
        const mark = index + low.length + (found.charAt(low.length) === '年' ? 1 : 0);
        if (seen.has(mark) || Number.parseFloat(low) >= Number.parseFloat(high)) continue;
        seen.add(mark);
        const at = passage.span(mark, mark + 1);
        tell(passage.span(index, index + found.length), `“${found}”里的“${typed}”应为“${sign}”。`, {
          fix: { ...at, text: sign },
        });
      }
  },
  texts: () => ({
    examples: [
      { wrong: '落实⟦2021-2025⟧年规划。', right: '落实2021—2025年规划。' },
      { wrong: '每月⟦3-5⟧日报送，每村建⟦1-2⟧个示范点。', right: '每月3—5日报送，每村建1～2个示范点。' },
      { wrong: '发案数下降⟦5%-10⟧%。', right: '发案数下降5%～10%。' },
      { wrong: '每村建⟦1-2⟧个示范点。', right: '每村建1—2个示范点。', options: { numbers: 'dash' } },
      { wrong: '三年行动计划（⟦2023-2025⟧）', right: '三年行动计划（2023—2025）', in: 'title' },
    ],
    silent: [
      '电话010-88886666。',
      '平安路4-1号楼。',
      '按照GB 50016-2014执行。',
      '编号为A3-5个批次。',
      '截至2026-03-05。',
      '以3-2获胜。',
      '2021—2025年规划，每村建1—2个示范点。',
    ],
  }),
});
