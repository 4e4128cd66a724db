import type { Plan } from '../../../plan/plan.ts';
import type { Span } from '../../../schema/node.ts';
import { simplified } from '../../../text/script.ts';
import { isWithin, sentenceEnd, sentenceStart } from '../../../text/sentences.ts';
import type { Passage } from '../../passage.ts';
import { rule, running, type Tell } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { endsInSurname } from '../../surnames.ts';

const body = '市|县|縣|区|區|镇|鎮|乡|鄉|村|街道|社区|社區|省|局|委|政|府|号|號|年|月|日|公司|同志|单位|單位';

const marks = new RegExp(
  [
    // 20xx年, 2026年x月x日, xx市, 平政发〔2026〕x号, ×××
    String.raw`(?<![A-Za-z\d×ｘＸ])[xX×ｘＸ]{2,}(?![A-Za-z\d])`,
    '(?<![A-Za-z\\d×ｘＸ])(?:19|20)[xX×ｘＸ]{1,2}(?=年)',
    String.raw`(?<![A-Za-z\d×ｘＸ])[xX×ｘＸ](?=${body})`,
    '某某',
    // 时间待定, but neither 有待完善 nor 待核实的线索
    '(?<![有尚亟急还仍])待(?:定|补充|補充|填写|填寫)(?=[，。；、）)]|$)',
    '(?<=[（(])待(?:完善|核实|核實|确认|確認)(?=[）)])',
    '(?<![A-Za-z])(?:TODO|TBD|FIXME|YYYY|yyyy)(?![A-Za-z])',
    '(?<![一二三四五六七八九十])[○〇]{2,}(?![一二三四五六七八九十])',
    '[△□]{2,}',
  ].join('|'),
  'gu',
);

/** 李×× and 刘某某 are masked on purpose, 李××镇 is not filled in. */
const masked = /^(?:某{2}|[×xXｘＸ]{1,2})$/;
const bodyBehind = new RegExp(`^(?:${body})`);

/** What something is to be called or to look like, in general: 名称统一为“某某学校”. */
const pattern =
  /格式|样式|式样|字样|形式|形如|例如|比如|示例|写有|写作|写成|写为|标注|标明|注明|写明|命名|名称|名为|称为|统一为|落款|冠以/;

function isMeant({ prose, kind }: Passage, from: number, to: number): boolean {
  const found = prose.slice(from, to);
  const near = prose.slice(sentenceStart(prose, from, '。'), from);
  if (masked.test(found) && endsInSurname(near) && !bodyBehind.test(prose.slice(to))) return true;
  if (kind !== 'body') return false;
  const before = simplified(near);
  const quoted = isWithin(before, before.length, '“”') && prose.charAt(sentenceEnd(prose, to, '”')) === '”';
  return (quoted && (found === '某某' || pattern.test(before))) || (found === '某某' && pattern.test(before));
}

/** What has fallen out in front of what is still there. */
const missing: readonly (readonly [RegExp, string])[] = [
  // 印发年全市工作要点, and 年各项工作 at the beginning of a clause
  [
    /(?<=印[发發]|[关關][于於])年(?=全[省市州县縣区區镇鎮乡鄉])|(?<=^|[，。；：,;:])年(?=各[项項类類级級])/g,
    '“年”前面没有写是哪一年。',
  ],
  [
    /(?=[ \u3000%％])(?<=下降|上升|增[长長加]|[减減]少|降低|提[高升]|达到?|達到?|不[低少高]于|不超[过過]|控制在|[约約占])[ \u3000]*[%％]/g,
    '“%”前面没有写数字。',
  ],
];
/** Lines and gaps to be filled in by hand: in place in a form. */
const blanks =
  /(?<![A-Za-z\d])[_＿]{2,}(?![A-Za-z\d])|(?<=\p{Script=Han})[_＿](?=\p{Script=Han})|(?<=\d年)[ \u3000]+(?=月)|(?<=\d月)[ \u3000]+(?=日)|(?:（[ \u3000]{0,20}）|\([ \u3000]{0,20}\))(?=[%％名户戶人次个個元年月日号號件]|万|萬)/gu;

export default rule({
  id: 'leftover/placeholder',
  title: '占位符号没有换成内容',
  why: '“××”“待定”是写稿时占的位置，印出去就成了笑话；有些还说明稿子是从别处抄来的。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: [
    ...'xX×ｘＸ○〇_＿某待%％△□',
    '年全',
    '年各',
    '年 ',
    '年\u3000',
    '月 ',
    '月\u3000',
    ...['（）', '（ ', '（\u3000', '()', '( ', '(\u3000'],
    'TODO',
    'TBD',
    'YYYY',
    'yyyy',
  ],
  kinds: [
    ...running,
    'person',
    'post',
    'unit',
    'documentNumber',
    'citedTitle',
    'date',
    'deadline',
    'variable',
  ],
  passage(passage: Passage, tell: Tell, { plan }: Subject) {
    const { prose, span } = passage;
    if (isSample(passage, plan)) return;
    for (const [what, message] of missing)
      for (const { index, 0: found } of prose.matchAll(what))
        tell(span(index, index + found.length), message);
    for (const { index, 0: found } of prose.matchAll(marks))
      if (!isMeant(passage, index, index + found.length))
        notFilledIn(found, span(index, index + found.length), tell);
    if (passage.kind === 'cell' || passage.path.startsWith('attachments')) return;
    for (const { index, 0: found } of prose.matchAll(blanks))
      notFilledIn(found, span(index, index + found.length), tell);
  },
  texts: () => ({
    examples: [
      {
        wrong: '落实《关于印发⟦年⟧全市安全生产工作要点的通知》。',
        right: '落实《关于印发2026年全市安全生产工作要点的通知》。',
      },
      { wrong: '落实责任，⟦年⟧各项创建工作考核合格。', right: '落实责任，2026年各项创建工作考核合格。' },
      { wrong: '⟦××⟧县安全生产委员会督查⟦某某⟧单位。', right: '平安县安全生产委员会督查柳溪学校。' },
      {
        wrong: '按照⟦xx⟧市的部署，落实⟦x⟧委发〔2026〕⟦x⟧号文件。',
        right: '按照平安市的部署，落实平委发〔2026〕3号文件。',
      },
      { wrong: '会议时间⟦待定⟧，经费⟦___⟧万元。', right: '会议时间定在3月，经费5万元。' },
      { wrong: '⟦20XX⟧年⟦X⟧月前完成。', right: '2026年3月前完成。' },
      {
        wrong: '由⟦__⟧县牵头，第⟦_⟧批于2026年⟦ ⟧月底前完成，发案数下降⟦%⟧。',
        right: '由平安县牵头，第一批于2026年6月底前完成，发案数下降5%。',
      },
      { wrong: '覆盖⟦（ ）⟧户，完成率达到⟦（　）⟧%，共⟦（）⟧人。', right: '覆盖3户，完成率达到95%，共5人。' },
      { wrong: '培训⟦( )⟧人次、⟦(　)⟧次、⟦()⟧名。', right: '培训50人次、2次、30名。' },
      { wrong: '2026年⟦　⟧月完成。', right: '2026年6月完成。' },
      { wrong: '定于3月⟦ ⟧日召开，6月⟦　⟧日结束。', right: '定于3月5日召开，6月5日结束。' },
      { wrong: '张⟦××⟧镇由⟦某某⟧同志负责。', right: '张家镇由周守平同志负责。' },
      {
        wrong:
          '标题: 平安镇2026年工作要点\n正文: 每月排查一次。\n附件:\n  - 检查通知书样式: ×××村：定于×月×日检查。\n  - 联系人名单: 由⟦×××⟧负责。',
        right:
          '标题: 平安镇2026年工作要点\n正文: 每月排查一次。\n附件:\n  - 检查通知书样式: ×××村：定于×月×日检查。\n  - 联系人名单: 由周守平负责。',
        in: 'plan',
      },
      { wrong: '⟦×××⟧', right: '周守平', in: 'person' },
      {
        wrong: '⟦TODO⟧牵头，⟦TBD⟧配合，⟦FIXME⟧负责，⟦YYYY⟧年启动，⟦yyyy⟧年完成。',
        right: '综治办牵头，司法所配合，周守平负责，2026年启动，2027年完成。',
      },
    ],
    silent: [
      '落实关于年度考核的规定。',
      '二〇〇四年',
      '制度还有待完善。',
      '对待核实的线索逐条登记。',
      '规格为3×5米。',
      '配备X光机，型号XXL。',
      '当事人王××已被处理，村民李××、刘某某作证。',
      '校名统一用“某某学校”的格式，落款写“××县某某学校”。',
      '命名为某某学校某某校区。',
      '信访人田某某反映的问题已办结。',
      '以%表示，单位为％。',
      '字段名为a__b。',
      '2026 年 3 月 5 日',
      '落实{{待定}}。',
    ],
  }),
});

function notFilledIn(found: string, at: Span, tell: Tell): void {
  const what = found.trim() === '' ? '这里空着，' : `“${found}”`;
  tell(at, `${what}还没有换成具体内容。`, {
    advice: '填上内容；各村不同的内容可以写成变量，如 {{名称}}。',
  });
}

/** A form in an attachment that shows how it is to be filled in: 通知书样式. */
function isSample({ path, scalar }: Passage, { attachments = [] }: Plan): boolean {
  if (!path.startsWith('attachments')) return false;
  const own = attachments.findLast(({ title }) => title !== undefined && title.start <= scalar.start);
  return /样式|样表|格式|模板|范本|范例|示例|式样|樣式|樣表|範本|範例/.test(own?.title?.text ?? '');
}
