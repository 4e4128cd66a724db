import type { Passage } from '../../passage.ts';
import { rule, running } from '../../rule.ts';

/** Two names of one unit. 万元 and 亿元 are chosen by the size of the number and aren't here. */
const pairs = [
  ['平方公里', '平方千米'],
  ['公里', '千米'],
  ['公斤', '千克'],
] as const;

export default rule({
  id: 'num/unit-consistency',
  title: '同一个单位有两种写法',
  why: '“公里”和“千米”是一回事，一篇文章里混着用，读的人会以为是两种量。',
  basis: '惯例',
  level: 'info',
  preset: 'strict',
  fix: 'none',
  since: '0.2.0',
  plan({ passages }, tell) {
    const read = passages.filter(({ kind }) => running.includes(kind));
    const uses = (unit: string) =>
      read.flatMap((passage: Passage) =>
        [...passage.outside('bookTitle').matchAll(new RegExp(`(?<=[\\d万萬亿億余多][ ]?)${unit}`, 'g'))].map(
          ({ index }) => passage.span(index, index + unit.length),
        ),
      );
    for (const [one, other] of pairs) {
      const [ones, others] = [uses(one), uses(other)];
      // A single one may belong to a name or a quotation.
      if (ones.length < 2 || others.length < 2) continue;
      const [less, lesser, more] = ones.length < others.length ? [ones, one, other] : [others, other, one];
      for (const at of less)
        tell(at, `文中“${one}”用了${ones.length}次，“${other}”用了${others.length}次，应当统一。`, {
          advice: `把“${lesser}”改成“${more}”。`,
        });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '巡查河道5公里、道路8公里、堤防2公里，修复道路1⟦千米⟧、水渠3⟦千米⟧。',
        right: '巡查河道5公里、道路8公里、堤防2公里，修复道路1公里、水渠3公里。',
      },
    ],
    silent: ['巡查河道5公里、道路8公里，参加3千米长跑。', '投资3亿元、2亿元，补助5万元、6万元。'],
  }),
});
