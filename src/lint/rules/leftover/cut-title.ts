import { rule, running, type Tell } from '../../rule.ts';

const forward = '(?:印[发發]|[转轉][发發]|批[转轉]|公布|[发發]布|[下颁頒][发發]|下[达達])';
/** 关于印发 and 关于做好 say that something follows. */
const open = `[关關][于於](?:${forward}|做好|抓好|[开開]展|[进進]一步(?:加[强強]|做好)|加[强強]|推[进進]|[实實]施)?`;
/** 关于印发的通知: what was between has been lost, mostly a name in < >. */
const hollow = `[关關][于於]${forward}的?(?:通知|函|公告|通告|决定|決定|命令)`;

const inText: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`《[^《》]{0,200}(?:${open}|[关關][于於][^《》]{0,200}的)》`, 'g'), '书名号里的名称没有写完。'],
  [new RegExp(hollow, 'g'), '印发、转发的是什么，没有写出来。'],
  [/《[ \u3000]*》|〈[ \u3000]*〉|“[ \u3000]*”|「[ \u3000]*」/g, '里面是空的，字丢了。'],
];
const asTitle: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?:${open}|[关關][于於].{0,200}的)$`), '名称没有写完。'],
  [new RegExp(`${hollow}$`), '印发、转发的是什么，没有写出来。'],
];

export default rule({
  id: 'leftover/cut-title',
  title: '文件的名称缺了一截',
  why: '“《……关于印发》”“关于印发的通知”少了所印发的文件，多半是网页上的尖括号连同里面的字没有复制下来，读的人查不到这份文件。',
  basis: '惯例',
  level: 'error',
  preset: 'essential',
  fix: 'none',
  since: '0.2.0',
  signs: ['关于', '關於', '關于', '关於', '《', '〈', '“', '「'],
  kinds: [...running, 'citedTitle'],
  passage({ kind, prose, span }, tell: Tell) {
    const found = new Set<number>();
    const titled = kind === 'documentTitle' || kind === 'citedTitle';
    for (const [pattern, message] of titled ? [...asTitle, ...inText] : inText)
      for (const { index, 0: text } of prose.matchAll(new RegExp(pattern, 'g'))) {
        const end = index + text.length;
        if (found.has(end) || text === '') continue;
        found.add(end).add(end + 1);
        tell(span(index, end), `“${text}”${message}`, { advice: '查明原件，把名称补全。' });
      }
  },
  texts: () => ({
    examples: [
      {
        wrong: '按照⟦《平安镇人民政府关于印发》⟧的要求，落实⟦《关于加强隐患排查的》⟧。',
        right: '按照《平安镇人民政府关于印发防汛工作方案的通知》的要求，落实《关于加强隐患排查的通知》。',
      },
      { wrong: '贯彻《平安县⟦关于印发的通知⟧》。', right: '贯彻《平安县关于印发防汛工作方案的通知》。' },
      { wrong: '平安镇⟦关于印发的通知⟧', right: '平安镇关于印发防汛工作方案的通知', in: 'documentTitle' },
      { wrong: '平安县⟦关于转发⟧', right: '平安县关于转发防汛工作方案的通知', in: 'citedTitle' },
      {
        wrong: '按照⟦《》⟧开展“平安校园”和⟦“”⟧创建。',
        right: '按照《平安建设条例》开展“平安校园”和“平安医院”创建。',
      },
      { wrong: '落实⟦〈 〉⟧。', right: '落实〈实施细则〉。' },
      { wrong: '创建⟦「」⟧。', right: '创建“平安校园”。' },
    ],
    silent: [
      '按照《关于印发〈平安镇防汛工作方案〉的通知》执行。',
      '通过印发通知、召开会议部署。',
      '读《钢铁是怎样炼成的》。',
      '关于印发工作方案的通知',
      '关于做好工作的几点意见。',
    ],
  }),
});
