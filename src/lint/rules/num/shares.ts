import { simplified } from '../../../text/script.ts';
import type { Passage } from '../../passage.ts';
import { type Quantity, quantitiesIn } from '../../quantities.ts';

/** Two numbers that belong together: 查出隐患235处，整改233处. */
export interface Share {
  whole: Quantity;
  part: Quantity;
  /** Faults found and put right, cases taken and closed, things tested and passed. */
  kind: 'fixed' | 'handled' | 'passed';
  /** What was done, in Simplified script: 整改. */
  verb: string;
  /** From the word that tells what was found to the number or word that tells what was done. */
  from: number;
  to: number;
}

const fault = '(?:[隐隱]患|问题|矛盾|[纠糾][纷紛]|[风風][险險]|短板)';
const object = '[^，,。；;：:、\\d]{0,15}$';
const cure = '整改|治理|整治|消除|[销銷]号|化解|[调調][处處解]|处置|解决';
/** What makes the second number one of something else: work still to be done, or only a part of it. */
const other =
  /未|待|需|应|拟|[计計][划劃]|正在|立[即行]|[当當现現]场|就地|限期|逾期|[责責]令|下达|督促|[挂掛]牌|重大|一般|同比|上年|去年|率|不合格/;
const complete = '(?:完成|到位|完[毕畢]|成功|了|[隐隱]患|问题|共|计)*';
const already = '(?:[隐隱]患|问题|已|均|全部|都|目前|得到|完成|了)*';

const words: readonly { kind: Share['kind']; found: string; done: string }[] = [
  {
    kind: 'fixed',
    found: `[查检]出|摸排出|发现|(?:排查|摸排|查找)(?=[^，,。；;：:、]{0,10}${fault})`,
    done: cure,
  },
  {
    kind: 'handled',
    found: '受理|接到|收到|交办|立案',
    done: `${cure}|办[结結]|[结結]案`,
  },
  {
    kind: 'passed',
    found: '抽[检查]|检测|[监監]测|抽[样樣]|送检',
    done: '合格|[达達]标',
  },
];
const kinds = words.map(({ kind, found, done }) => ({
  kind,
  found: new RegExp(`(?:${found})${object}`),
  inFront: new RegExp(`(${done})${complete}$`),
  behind: new RegExp(`^${already}(${done})(?!率)`),
}));

const anyFound = new RegExp(words.map(({ found }) => found).join('|'));

/** Numbers in brackets, quotations and titles say something by the way. */
export function sharesIn(passage: Passage): Share[] {
  if (!/\d\D+\d/.test(passage.prose)) return [];
  const text = simplified(passage.outside('bookTitle', 'quote', 'bracket'));
  if (!anyFound.test(text)) return [];
  const quantities = quantitiesIn(text);
  return quantities.flatMap((part, index) => {
    const whole = quantities[index - 1];
    if (!whole || whole.unit !== part.unit || part.unit === '%' || whole.rough || part.rough) return [];
    const between = text.slice(whole.to, part.from);
    if (between.length > 30 || /[。；;\d]/.test(between) || other.test(between)) return [];
    const before =
      /(?<![^。；;])[^。；;]*$/.exec(text.slice(Math.max(0, whole.from - 40), whole.from))?.[0] ?? '';
    for (const { kind, found, inFront, behind } of kinds) {
      const start = found.exec(before)?.index;
      if (start === undefined) continue;
      const share = { whole, part, kind, from: whole.from - before.length + start };
      const front = inFront.exec(between)?.[1];
      if (front) return [{ ...share, verb: front, to: part.to }];
      const after = behind.exec(text.slice(part.to, part.to + 12));
      const only = /^[\p{Script=Han}]{0,6}[，,、][\p{Script=Han}]{0,8}$/u.test(between);
      if (after?.[1] && only) return [{ ...share, verb: after[1], to: part.to + after[0].length }];
    }
    return [];
  });
}
