import { rule } from '../../rule.ts';

const behind = '(?<=[\\p{Script=Han}》”％%][”’"\')）\\]]{0,2}\0{0,2})(?<![.．｡])';
const dot = '[.．｡](?![.．｡…])';
const atEnd = new RegExp(`${behind}${dot}(?=[”’"')）]{0,2}\0{0,2}$)`, 'gu');
const beforeYear = new RegExp(`(?<=\\p{Script=Han}{4})${dot}(?=(?:19|20)\\d{2}年)`, 'gu');
/** Between two sentences, but not after what may be the first part of a foreign name: 约翰.史密斯. */
const between = new RegExp(
  `(?<=\\p{Script=Han}{6})(?<![尔爾斯德特克亚亞夫娜姆翰森顿頓恩莉丁尼罗羅瓦维維什格提木江买買热熱汗依古丽麗别別都拉阿奥奧布巴伊库庫])${dot}(?=[“《]?\\p{Script=Han}{4})`,
  'gu',
);

export default rule({
  id: 'punct/half-width-period',
  title: '句号打成了点',
  why: '中文的句号是“。”；点是英文的句号，或者小数点。',
  basis: 'GB/T 15834—2011',
  level: 'error',
  preset: 'essential',
  fix: 'safe',
  since: '0.2.0',
  signs: ['.', '．', '｡'],
  kinds: ['body', 'value', 'cell'],
  passage({ prose, span }, tell) {
    for (const pattern of [atEnd, beforeYear, between])
      for (const { index, 0: mark } of prose.matchAll(pattern)) {
        const at = span(index, index + 1);
        tell(at, `句末的“${mark}”应为“。”。`, { fix: { ...at, text: '。' }, unsafe: pattern === between });
      }
  },
  texts: () => ({
    examples: [
      { wrong: '结合实际抓好落实⟦.⟧', right: '结合实际抓好落实。' },
      { wrong: '整改率达到95%⟦．⟧', right: '整改率达到95%。', in: 'cell' },
      { wrong: '做到“四个到位”⟦.⟧', right: '做到“四个到位”。' },
      {
        wrong: '各村每月排查一次隐患⟦.⟧排查结果报镇应急办。',
        right: '各村每月排查一次隐患。排查结果报镇应急办。',
      },
    ],
    silent: [
      '一.加强组织领导，二.落实责任。',
      '深入学习卡尔.马克思的著作。',
      '开展5.12防灾减灾宣传。',
      '网址是example.cn',
      '排查隐患...',
      '综合得分为98.',
    ],
  }),
});
