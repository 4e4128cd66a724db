import type { Edit } from '../../../schema/problem.ts';
import { rule, running } from '../../rule.ts';
import { type Pair, paired } from './pairs.ts';

/** How many book titles a pair stands in. */
const depth = (pair: Pair, isTitle: (pair: Pair) => boolean): number =>
  pair.outer ? depth(pair.outer, isTitle) + (isTitle(pair.outer) ? 1 : 0) : 0;

export default rule({
  id: 'punct/nested-title',
  title: '书名号里面又用了双书名号',
  why: '书名号里面还要用书名号时，外面用双书名号《》，里面用单书名号〈〉，层次才看得清。',
  basis: 'GB/T 15834—2011',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['《'],
  kinds: [...running, 'citedTitle'],
  passage({ kind, prose, span }, tell) {
    const { pairs, alone } = paired(prose);
    if (alone.some((index) => /[《》〈〉]/.test(prose.charAt(index)))) return;
    const isTitle = ({ open }: Pair) => prose[open] === '《' || prose[open] === '〈';
    const marks = ({ open, close }: Pair, ends: readonly [string, string]): Edit[] => [
      { ...span(open, open + 1), text: ends[0] },
      { ...span(close, close + 1), text: ends[1] },
    ];
    for (const pair of pairs) {
      const { open, close, outer } = pair;
      if (prose[open] !== '《') continue;
      const whole = span(open, close + 1);
      const printed = kind === 'citedTitle';
      if (printed && open === 0 && close === prose.length - 1)
        tell(whole, '文件名称两头的书名号由程序加，这里写了会印成两层。', { fix: marks(pair, ['', '']) });
      else if (outer && prose[outer.open] === '《' && outer.open === open - 1 && outer.close === close + 1)
        tell(whole, '书名号写了两遍，一遍就够了。', { fix: marks(pair, ['', '']) });
      else if ((depth(pair, isTitle) + (printed && !prose.startsWith('《') ? 1 : 0)) % 2 === 1)
        tell(whole, '书名号里面的书名号应为“〈〉”。', { fix: marks(pair, ['〈', '〉']) });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '贯彻《关于落实⟦《消防安全责任制》⟧的通知》。',
        right: '贯彻《关于落实〈消防安全责任制〉的通知》。',
      },
      { wrong: '贯彻《⟦《烟花爆竹管理办法》⟧》。', right: '贯彻《烟花爆竹管理办法》。' },
      { wrong: '⟦《烟花爆竹管理办法》⟧', right: '烟花爆竹管理办法', in: 'citedTitle' },
      {
        wrong: '关于落实⟦《消防安全责任制》⟧的通知',
        right: '关于落实〈消防安全责任制〉的通知',
        in: 'citedTitle',
      },
    ],
    silent: [
      '贯彻《关于转发〈关于落实《消防法》的意见〉的通知》。',
      '贯彻《消防法》《安全生产法》。',
      '贯彻《关于落实〈消防安全责任制〉的通知》。',
    ],
  }),
});
