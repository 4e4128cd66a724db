/** 5万元, 90分, 12.5%: how much, by a unit that counts something; days and months say when. */
const quantity =
  '\\d[\\d.,]{0,9}[万萬亿億]?(?:[个個]工作日|平方米|平方公里|分[钟鐘]|小[时時]|公里|千克|公斤|[课課][时時]|[%％‰分元个個人名户戶件项項次场場家条條处處所台臺套份座亩畝吨噸斤米升天周週倍岁歲])';
const limit = '(?:不[低高少多][于於]|不超[过過]|不足|[低高少多][于於]|超[过過]|[达達]到?|满|约|共)?';
/** 每人500元, 每次扣1分, 80—89分, 60分以上 */
const amount = `(?:每\\p{Script=Han}{1,4}?)?(?:[占扣奖獎补補加减減罚罰得计計]|奖励|獎勵|补助|補助|给予|給予)?${limit}(?:\\d[\\d.,]{0,9}(?:[—～~至到-]{1,2}))?${quantity}(?:[—～~至到-]{1,2}${quantity})?(?:[/／]\\p{Script=Han}{1,2})?(?:[及含（]{0,2}以[上下内外]|左右)?`;
const amounts = new RegExp(
  `^(?:${amount}(?:[（(][^（）()]{0,16}[）)])?(?:[；;，,。]|$)(?:[^\\d。；;：:]{1,12}[：:](?=.{0,4}\\d))?){1,20}$`,
  'u',
);

/** Whether words say how much and nothing else: 90分以上；良好：80—89分； behind 优秀：. */
export function isAmount(words: string): boolean {
  return amounts.test(words.trim());
}
