import { ordinalOf } from '../../ordinals.ts';
import type { Passage } from '../../passage.ts';
import { rule } from '../../rule.ts';
import { type Point, pointsIn } from '../../yishi.ts';

/** 其一是…，二是…, and points that are counted in another way, have a head of another form. */
const otherHeads = /其一|第一|首先|一[则則来來]|一方面|[①⑴⒈]|[1１][.．、）)]/;
/** The number is gone: 是落实责任。 Of 是农村村民的，… and the like the first words are a condition. */
const numberless =
  /(?<=(?:^|。)\0{0,2})是(?![：:，否以故因指的日年次非夜时時谁誰])(?=[^。；，]*[，。；])(?![^。；，]*的，)(?![^。]*也是)/g;

export default rule({
  id: 'numbering/yishi-headless',
  title: '“二是”前面没有“一是”',
  why: '多半是删改、复制时丢了前一点或前面的序号，读的人不知道一共几点。一点一段的，往前几段里有就算有。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  plan({ passages }, tell) {
    let seen = new Set<number>();
    let counts = false;
    for (const passage of passages) {
      if (passage.kind === 'title' || ordinalOf(passage.prose)) {
        seen = new Set();
        counts = false;
      }
      if (passage.kind !== 'body') continue;
      const points = pointsIn(passage);
      const [first] = points;
      // Those behind it in the paragraph are the business of numbering/yishi-gap.
      if (first && first.number > 1 && !seen.has(first.number - 1) && !hasHead(passage, first, seen))
        tell(passage.span(first.from, first.to), `“${first.text}”前面没有“${before(first)}”。`, {
          advice: '看看是漏了前一点还是写错了序号；写进“分述:”，序号就由工具自动加。',
        });
      for (const { number } of points) seen.add(number);
      counts ||= points.length > 0;
      if (counts)
        for (const { index } of lost(passage))
          tell(passage.span(index, index + 1), '这一句以“是”开头，前面像是少了“一”“二”这样的序号。');
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '抓好三件事：⟦二是⟧落实巡查；三是建立台账。',
        right: '抓好三件事：一是落实巡查；二是建立台账。',
      },
      {
        wrong: '一是落实巡查。\n\n二是建立台账。\n\n⟦四是⟧严格考核。',
        right: '一是落实巡查。\n\n二是建立台账。\n\n三是严格考核。',
      },
      {
        wrong: '一是落实巡查，每月一次。⟦是⟧建立台账，逐项销号。',
        right: '一是落实巡查，每月一次。二是建立台账，逐项销号。',
      },
    ],
    silent: [
      '一是落实巡查。\n\n二是建立台账。\n\n三是严格考核。',
      '一是建立机制：一要明确责任，二要定期通报；二是严格考核。',
      '一是落实巡查；三是建立台账。',
      '原因有二：其一是人手不足，二是经费不够。',
      '一方面是人手不足，二是经费不够。',
      '一是落实巡查，每月一次。是农村村民的，由村里负责。',
      '是否达标，由镇平安办验收。',
    ],
  }),
});

/** Within the sentence or the paragraph in front of the point. */
function hasHead({ prose }: Passage, { from, number }: Point, seen: ReadonlySet<number>): boolean {
  return number === 2 && !seen.has(1) && otherHeads.test(prose.slice(0, from));
}

const before = ({ text, number }: Point) => `${'一二三四五六七八九十'.charAt(number - 2)}${text.slice(-1)}`;

function lost(passage: Passage) {
  return passage.outside('quote', 'bookTitle', 'bracket').matchAll(numberless);
}
