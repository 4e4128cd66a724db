import type { Passage, PassageKind } from '../../passage.ts';
import { rule, running } from '../../rule.ts';
import { paired } from './pairs.ts';

const partner: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '﹝': '﹞',
};
const opener = Object.fromEntries(Object.entries(partner).map(([open, close]) => [close, open]));
const quotes = /[“”‘’]/;
const kinds: readonly PassageKind[] = [...running, 'unit', 'post', 'deadline', 'citedTitle'];

/** A mark without a partner in its paragraph. */
interface Alone {
  passage: Passage;
  index: number;
}

function aloneIn(passage: Passage): Alone[] {
  const text = passage.outside('documentNumber');
  // A straight quote may be the other half; the rules for those speak of both.
  const straight = /["'″′＂＇〝〞]/.test(text);
  const angles = /[<>＜＞]/.test(text);
  return paired(text)
    .alone.filter((index) => {
      const mark = text.charAt(index);
      return !((straight && quotes.test(mark)) || (angles && /[《》〈〉]/.test(mark)));
    })
    .map((index) => ({ passage, index }));
}

/** How many paragraphs further on a mark may be closed: a speech is longer than a remark in brackets. */
const reach: Record<string, number> = { '“': 30, '（': 3, '(': 3 };

/** Leaves out the marks that are closed in a later paragraph; a quotation opens each paragraph and is closed once. */
function acrossParagraphs(alone: readonly Alone[], texts: readonly Passage[]): Alone[] {
  const order = new Map(texts.map((passage, place) => [passage, place]));
  const place = ({ passage }: Alone) => order.get(passage) ?? 0;
  const markOf = ({ passage, index }: Alone) => passage.text.charAt(index);
  const left = new Set(alone.filter((each) => markOf(each) !== '“' || !goesOn(texts[place(each) + 1])));
  const next = followers([...left], { markOf, place, isLeft: (each) => left.has(each) });
  for (const from of alone) {
    const furthest = reach[markOf(from)];
    if (!left.has(from) || furthest === undefined || from.passage.kind !== 'body') continue;
    const to = next(from);
    if (!to || markOf(to) === markOf(from) || place(to) - place(from) > furthest) continue;
    left.delete(from);
    left.delete(to);
  }
  return [...left];
}

interface Marks {
  markOf(each: Alone): string;
  place(each: Alone): number;
  isLeft(each: Alone): boolean;
}

/** Of the marks in the order of the text, the next one in a later paragraph that is the same or its partner; asked in that order. */
function followers(marks: readonly Alone[], { markOf, place, isLeft }: Marks) {
  const rows = new Map(
    Object.keys(reach).map((open) => {
      const row = marks.filter((each) => [open, partner[open]].includes(markOf(each)));
      return [open, { row, at: 0 }] as [string, { row: Alone[]; at: number }];
    }),
  );
  return (from: Alone): Alone | undefined => {
    const found = rows.get(markOf(from));
    if (!found) return undefined;
    const isBehind = (each: Alone) => place(each) > place(from) && isLeft(each);
    for (let each = found.row[found.at]; each && !isBehind(each); each = found.row[found.at]) found.at++;
    return found.row[found.at];
  };
}

function goesOn(next: Passage | undefined): boolean {
  return next?.kind === 'body' && next.text.startsWith('“');
}

export default rule({
  id: 'punct/unpaired',
  title: '引号、书名号或括号不成对',
  why: '少了一半的标点让人看不出引文、名称或说明到哪里为止。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: [...'“”‘’「」『』《》〈〉（）()【】〔〕﹝﹞'],
  kinds,
  plan(subject, tell) {
    const texts = subject.passagesOf(kinds);
    for (const { passage, index } of acrossParagraphs(texts.flatMap(aloneIn), texts)) {
      const mark = passage.text.charAt(index);
      const open = partner[mark];
      const missing =
        open === undefined ? `前面没有与它成对的“${opener[mark]}”` : `后面没有与它成对的“${open}”`;
      tell(passage.span(index, index + 1), `“${mark}”${missing}。`, {
        advice:
          open === undefined ? '看看前面哪里该起，补上；多打的删去。' : '看看到哪里为止，补上；多打的删去。',
      });
    }
  },
  texts: () => ({
    examples: [
      {
        wrong: '按照⟦《⟧平安镇烟花爆竹管理办法的要求，落实⟦“⟧五小场所巡查⟦）⟧。',
        right: '按照《平安镇烟花爆竹管理办法》的要求，落实“五小”场所巡查。',
      },
      {
        wrong: '抓好两件事：1）消防安全⟦（⟧见附件1；2）治安防控。',
        right: '抓好两件事：1）消防安全（见附件1）；2）治安防控。',
      },
      {
        wrong: '镇长强调：⟦“⟧一是落实责任。\n\n要⟦“⟧举一反三。',
        right: '镇长强调：“一是落实责任。”\n\n要“举一反三”。',
      },
      { wrong: '开展⟦“⟧安全生产月⟦“⟧活动', right: '开展“安全生产月”活动', in: 'title' },
    ],
    silent: [
      '“五小”场所（含‘九小’场所）按照《消防法》〔见附件〕执行。',
      '包括（以下任一）：1）消防；2）治安。',
      '一）落实责任；二）加强巡查。',
      '得分在[80，90）之间的为良好。',
      '按照平政发〔2026]12号文件执行。',
      '“第一段引文。\n\n“第二段引文。”',
      '镇长强调：“一是落实责任。\n\n二是加强巡查。”',
      '镇长强调：“一是落实责任。\n\n“二是加强巡查。\n\n“三是严格考核。”',
      '说明（凡是下列情形的。\n\n应当报告）。',
      '1）消防安全；2）治安防控（见附件1、2）。',
      '①）消防安全；②）治安防控（见附件2、3）。',
      'i）消防安全；ii）治安防控；iii）道路交通（详见附件第2、3）。',
      '推广Children’s Day活动。',
    ],
  }),
});
