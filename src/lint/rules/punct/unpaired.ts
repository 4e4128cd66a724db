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
  kinds: [...running, 'unit', 'post', 'deadline', 'citedTitle'],
  passage(passage, tell) {
    const text = passage.outside('documentNumber');
    // A straight quote may be the other half; the rules for those speak of both.
    const straight = /["'″′＂＇〝〞]/.test(text);
    const angles = /[<>＜＞]/.test(text);
    for (const index of paired(text).alone) {
      const mark = text.charAt(index);
      if (straight && quotes.test(mark)) continue;
      if (angles && /[《》〈〉]/.test(mark)) continue;
      // A quotation of several paragraphs opens each of them and is closed once.
      if (mark === '“' && index === 0 && /\n[ \t\u3000]*\n/.test(passage.scalar.text.trim())) continue;
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
      { wrong: '开展⟦“⟧安全生产月⟦“⟧活动', right: '开展“安全生产月”活动', in: 'title' },
    ],
    silent: [
      '“五小”场所（含‘九小’场所）按照《消防法》〔见附件〕执行。',
      '包括（以下任一）：1）消防；2）治安。',
      '一）落实责任；二）加强巡查。',
      '得分在[80，90）之间的为良好。',
      '按照平政发〔2026]12号文件执行。',
      '“第一段引文。\n\n“第二段引文。”',
      '推广Children’s Day活动。',
    ],
  }),
});
