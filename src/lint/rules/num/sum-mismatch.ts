import { type Quantity, quantitiesIn } from '../../quantities.ts';
import { rule, running } from '../../rule.ts';

const total = /(?:共|合计|合計|总计|總計)(?:有|计|計|为|為|爲)?[^\d，,。；;：:、]{0,12}$/;
/** 共10项：…, and 其中 with parts that are listed with 、 alone; other lists may count one thing twice. */
const colon = /^[^\d，,。；;：:、]{0,10}[：:][^\d，,。；;]{0,12}$/;
const among =
  /^[^\d，,。；;：:、]{0,10}[，,（(](?=男)|^[^\d，,。；;：:、]{0,10}[，,（(]?(?:其中|包括|分[别別](?:是|为|為|爲))[：:]?[^\d，,。；;]{0,12}$/;
const next = /^(?:[、；;][^\d，,。；;：:、]{0,12}|[，,]\s*[男女][\p{Script=Han}]{0,4})$/u;
/** Parts that overlap: one person may be a woman and a member. */
const overlapping =
  /共|合计|合計|[总總][计計]|党员|黨員|岁|歲|以上|以下|学历|學歷|民族|重大|重点|重點|[新已].{0,2}$|完成|办[结結]/;
const woman = /女/;

interface Part {
  quantity: Quantity;
  /** What stands in front of the number. */
  label: string;
}

/** Nobody adds up more than these in one sentence. */
const mostParts = 100;

/** The quantities of the unit of a total that stand in one list behind it. */
function partsOf(whole: Quantity, following: readonly Quantity[], text: string, summed: boolean): Part[] {
  const parts: Part[] = [];
  let from = whole.to;
  for (const quantity of following) {
    const label = text.slice(from, quantity.from);
    const first = among.test(label) || (summed && colon.test(label));
    if (quantity.unit !== whole.unit || quantity.rough || !(parts.length === 0 ? first : next.test(label)))
      break;
    parts.push({ quantity, label });
    from = quantity.to;
  }
  return parts;
}

/** The parts up to the first that may count again what another one has counted. */
function disjoint(parts: readonly Part[]): readonly Part[] {
  const end = parts.findIndex(
    ({ label }, index) =>
      overlapping.test(label) || (woman.test(label) && !/男/.test(parts[index - 1]?.label ?? '')),
  );
  return end < 0 ? parts : parts.slice(0, end);
}

/** Whether nothing is left out: 男40名、女20名, or 分别是 before a list that ends its sentence. */
function isWhole(parts: readonly Part[], behind: string): boolean {
  const [first] = parts;
  const sexes = parts.length === 2 && /男/.test(parts[0]?.label ?? '') && woman.test(parts[1]?.label ?? '');
  return sexes || (/分[别別]/.test(first?.label ?? '') && /^[）)]?[。；;]/.test(behind));
}

function larger(whole: Quantity, parts: readonly Part[], text: string) {
  const part = parts.find(({ quantity }) => quantity.number > whole.number)?.quantity;
  const quoted = ({ from, to }: Quantity) => text.slice(from, to);
  return part && { to: part.to, message: `其中的一项“${quoted(part)}”比总数“${quoted(whole)}”还多。` };
}

function mismatch(whole: Quantity, parts: readonly Part[], text: string) {
  const added = disjoint(parts);
  const last = added.at(-1)?.quantity;
  if (added.length < 2 || last === undefined) return undefined;
  const sum = Number(added.reduce((sum, { quantity }) => sum + quantity.number, 0).toFixed(6));
  const exact = added.length === parts.length && isWhole(parts, text.slice(last.to));
  if (sum === whole.number || (sum < whole.number && !exact)) return undefined;
  const than = sum > whole.number ? '多' : '少';
  return {
    to: last.to,
    message: `分项加起来是${sum}${whole.unit}，比合计的${whole.number}${whole.unit}${than}。`,
  };
}

export default rule({
  id: 'num/sum-mismatch',
  title: '分项与合计对不上',
  why: '分项比合计还多，或者本该不多不少的加起来不等于合计，其中必有一个数是错的。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'none',
  since: '0.2.0',
  signs: ['共', '合计', '合計', '总计', '總計', '其中', '包括', '分别', '分別', '男'],
  kinds: running,
  passage(passage, tell) {
    const text = passage.outside('bookTitle', 'quote');
    const quantities = quantitiesIn(text);
    for (const [index, whole] of quantities.entries()) {
      if (whole.rough || whole.unit === '%') continue;
      const summed = total.test(text.slice(Math.max(0, whole.from - 18), whole.from));
      const parts = partsOf(whole, quantities.slice(index + 1, index + mostParts), text, summed);
      const found = larger(whole, parts, text) ?? mismatch(whole, parts, text);
      if (found) tell(passage.span(whole.from, found.to), found.message, { advice: '核对合计和各分项。' });
    }
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
      {
        wrong: '选派网格员⟦50名，其中男40名、女20名⟧。',
        right: '选派网格员60名，其中男40名、女20名。',
      },
      {
        wrong: '成立工作组⟦10个，包括宣传组6个、排查组5个⟧。',
        right: '成立工作组11个，包括宣传组6个、排查组5个。',
      },
      {
        wrong: '选派网格员⟦60名（男30名，女20名⟧）。',
        right: '选派网格员50名（男30名，女20名）。',
      },
      {
        wrong: '排查隐患⟦50处，其中重大隐患60处⟧。',
        right: '排查隐患50处，其中重大隐患6处。',
      },
      {
        wrong: '成立⟦5个工作组，分别为宣传1个、排查2个、督查1个⟧。',
        right: '成立4个工作组，分别为宣传1个、排查2个、督查1个。',
      },
    ],
    silent: [
      '选派网格员50名，其中党员20名、女网格员40名。',
      '选派网格员50名，其中大专以上学历40名、中专20名。',
      '成立5个工作组，分别为宣传1个、排查2个等。',
      '排查隐患50处，其中道路交通12处、消防6处。',
      '共排查隐患20处，其中道路交通12处、消防6处。',
      '共有网格员20名，其中女网格员12名、党员15名。',
      '共受理诉求100件，其中办结90件，化解80件。',
      '共检查企业20家，其中责令整改12家；处罚金额9万元。',
      '共排查隐患20处：消防12处；共整改隐患19处。',
      '共排查隐患约20处，其中道路交通12处、消防9处。',
    ],
  }),
});
