import { type Quantity, quantitiesIn } from '../../quantities.ts';
import { rule, running } from '../../rule.ts';

const total = /(?:共|合计|合計|总计|總計)(?:有|计|計|为|為)?[^\d，,。；;：:、]{0,12}$/;
/** 共10项：…, and 其中 with parts that are listed with 、 alone; other lists may count one thing twice. */
const opens =
  /^[^\d，,。；;：:、]{0,10}(?:[：:]|[，,（(]?(?:其中|包括|分别是|分別是|分别为|分別為)[：:]?)[^\d，,。；;]{0,12}$/;
/** Parts that overlap: one person may be a woman and a member. */
const overlapping =
  /共|合计|合計|[总總][计計]|女|党员|黨員|岁|歲|以上|以下|学历|學歷|民族|重大|重点|重點|[新已].{0,2}$|完成|办[结結]/;

/** The parts of a total: quantities of its unit that stand in one list behind it. */
function partsOf(whole: Quantity, following: readonly Quantity[], text: string): Quantity[] {
  const parts: Quantity[] = [];
  let from = whole.to;
  for (const each of following) {
    const between = text.slice(from, each.from);
    const joined = parts.length === 0 ? opens : /^[、；;][^\d，,。；;：:、]{0,12}$/;
    if (each.unit !== whole.unit || each.rough || !joined.test(between) || overlapping.test(between)) break;
    parts.push(each);
    from = each.to;
  }
  return parts;
}

export default rule({
  id: 'num/sum-mismatch',
  title: '分项之和大于合计',
  why: '分项加起来比合计还多，其中必有一个数是错的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['共', '合计', '合計', '总计', '總計'],
  kinds: running,
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    const quantities = quantitiesIn(text);
    quantities.forEach((whole, index) => {
      if (
        whole.rough ||
        whole.unit === '%' ||
        !total.test(text.slice(Math.max(0, whole.from - 18), whole.from))
      )
        return;
      const parts = partsOf(whole, quantities.slice(index + 1), text);
      const last = parts.at(-1);
      if (parts.length < 2 || last === undefined) return;
      const sum = Number(parts.reduce((sum, { number }) => sum + number, 0).toFixed(6));
      if (sum > whole.number)
        tell(
          passage.span(whole.from, last.to),
          `分项加起来是${sum}${whole.unit}，比合计的${whole.number}${whole.unit}多。`,
          { advice: '核对合计和各分项。' },
        );
    });
  },
  texts: () => ({
    examples: [
      {
        wrong: '全年开展演练共⟦10场：消防演练5场、防汛演练4场、地震演练3场⟧。',
        right: '全年开展演练共12场：消防演练5场、防汛演练4场、地震演练3场。',
      },
      {
        wrong: '共排查隐患⟦20处，其中道路交通12处、消防9处⟧。',
        right: '共排查隐患21处，其中道路交通12处、消防9处。',
      },
      {
        wrong: '演练合计⟦10场：消防5场、防汛6场⟧；巡查总计⟦20次，其中消防12次、防汛9次⟧。',
        right: '演练合计11场：消防5场、防汛6场；巡查总计21次，其中消防12次、防汛9次。',
      },
    ],
    silent: [
      '共排查隐患20处，其中道路交通12处、消防6处。',
      '共有网格员20名，其中女网格员12名、党员15名。',
      '共受理诉求100件，其中办结90件，化解80件。',
      '共检查企业20家，其中责令整改12家；处罚金额9万元。',
      '共排查隐患20处：消防12处；共整改隐患19处。',
      '共排查隐患约20处，其中道路交通12处、消防9处。',
    ],
  }),
});
