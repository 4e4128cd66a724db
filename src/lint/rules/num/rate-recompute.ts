import { simplified } from '../../../text/script.ts';
import type { Passage } from '../../passage.ts';
import { isPercentage, percentage } from '../../quantities.ts';
import { rule, running } from '../../rule.ts';
import { sharesIn } from './shares.ts';

interface Rate {
  part: number;
  whole: number;
  /** As it is written, and where. */
  stated: string;
  from: number;
}

const stated = String.raw`(\d{1,3}(?:\.\d{1,4})?)[%％](?!以上|以下|左右|上下|[-—–~～－至])`;
/** 整改率99.1% right behind the two numbers, so that it is said of them. */
const behind = new RegExp(
  `^[，,、；;（(]?(?:综合|总体|平均|隐患|隱患|问题)?([\\p{Script=Han}]{2})(?:完成|到位|成功)?率(?:达到|达|为|是)?${stated}`,
  'u',
);
/** 98.2%（233/235）, and （233/235）98.2%. */
const slash = String.raw`[（(](?<part>\d{1,6})\/(?<whole>\d{1,6})[）)]`;
const named = stated.replace('(', '(?<stated>');
const slashed = [new RegExp(`(?<![\\d.])${named}${slash}`, 'g'), new RegExp(`${slash}${named}`, 'g')];

function ratesIn(passage: Passage): Rate[] {
  const found = sharesIn(passage).flatMap(({ part, whole, verb, to }): Rate[] => {
    const rate = behind.exec(simplified(passage.outside('bookTitle', 'quote')).slice(to, to + 30));
    const shown = rate?.[2];
    if (rate?.[1] !== verb || shown === undefined) return [];
    const from = to + rate[0].lastIndexOf(shown);
    return [{ part: part.number, whole: whole.number, stated: shown, from }];
  });
  for (const pattern of slashed)
    for (const { index, 0: all, groups = {} } of passage.prose.matchAll(pattern)) {
      const { part: a = '', whole: b = '', stated: shown = '' } = groups;
      const [part, whole] = [Number(a), Number(b)];
      const day = part <= 12 && whole <= 31;
      if (part <= whole && !day)
        found.push({ part, whole, stated: shown, from: index + all.lastIndexOf(shown) });
    }
  return found;
}

export default rule({
  id: 'num/rate-recompute',
  title: '百分比与所给的数算出来的不一样',
  why: '数字互相矛盾，整段话都不可信。四舍五入的、截去尾数的都算对。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'unsafe',
  since: '0.2.0',
  signs: ['%', '％'],
  kinds: running,
  passage(passage, tell) {
    for (const { part, whole, stated, from } of ratesIn(passage)) {
      const decimals = stated.split('.')[1]?.length ?? 0;
      if (whole === 0 || isPercentage(Number(stated), decimals, part, whole)) continue;
      const right = percentage(part, whole, decimals);
      const at = passage.span(from, from + stated.length);
      tell(at, `${part}÷${whole}是${right}%，这里写的是${stated}%。`, {
        advice: '核对这三个数，也可能是前面的数写错了。',
        fix: { ...at, text: right },
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '查出隐患235处，整改233处，整改率⟦98.2⟧%，其余2处正在整改。',
        right: '查出隐患235处，整改233处，整改率99.1%，其余2处正在整改。',
      },
      {
        wrong: '抽检食品150批次，合格147批次，合格率为⟦97⟧%。',
        right: '抽检食品150批次，合格147批次，合格率为98%。',
      },
      { wrong: '整改率达到⟦98.2⟧%（233/235）。', right: '整改率达到99.1%（233/235）。' },
      {
        wrong: '受理矛盾纠纷800件，化解799件，化解成功率⟦99.5⟧%，剩余1件正在调处。',
        right: '受理矛盾纠纷800件，化解799件，化解成功率99.9%，剩余1件正在调处。',
      },
    ],
    silent: [
      '查出隐患235处，整改233处，整改率99.1%。',
      '查出隐患235处，整改233处，整改率99%。',
      '查出隐患235处，整改233处，整改率99.14%。',
      '查出隐患235处，整改233处，整改率98%以上。',
      '查出隐患235处，整改233处，重大隐患整改率100%。',
      '受理矛盾纠纷800件，办结799件，化解率98%。',
      '满意率98%（5/12）。',
      '查出隐患235处，整改233处。全年整改率95%。',
      '查出隐患约235处，整改233处，整改率98%。',
      '覆盖率98.2%（2025/12/31）。',
    ],
  }),
});
