/** 5万元, 90分, 12.5%: how much, by a unit that counts something; days and months say when. */
const quantity =
  '\\d[\\d.,]{0,9}[万萬亿億]?(?:[个個]工作日|平方米|平方公里|分[钟鐘]|小[时時]|公里|千克|公斤|[课課][时時]|[%％‰分元个個人名户戶件项項次场場家条條处處所台臺套份座亩畝吨噸斤米升天周週倍岁歲])';
const limit = '(?:不[低高少多][于於]|不超[过過]|不足|[低高少多][于於]|超[过過]|[达達]到?|满|约|共)?';
/**
 * 每人500元, 每次扣1分, 80—89分, 60分以上, with what is said to it, its mark and what the next one is called. One at a time
 * and without Unicode's classes: a pattern of twenty takes V8 thirteen milliseconds to make ready, this one two.
 */
const amount = new RegExp(
  `(?:每[一-龥]{1,4}?)?(?:[占扣奖獎补補加减減罚罰得计計]|奖励|獎勵|补助|補助|給予|给予)?${limit}(?:\\d[\\d.,]{0,9}(?:[—～~至到-]{1,2}))?${quantity}(?:[—～~至到-]{1,2}${quantity})?(?:[/／][一-龥]{1,2})?(?:[及含（]{0,2}以[上下内外]|左右)?(?:[（(][^（）()]{0,16}[）)])?(?:[；;，,。]|$)(?:[^\\d。；;：:]{1,12}[：:](?=.{0,4}\\d))?`,
  'y',
);

/** 90分以上；良好：80—89分；: nothing but amounts, and what each is of. */
function areAmounts(words: string): boolean {
  amount.lastIndex = 0;
  while (amount.test(words)) if (amount.lastIndex === words.length) return true;
  return false;
}

/** 组长, 常务副指挥长, 成员单位: who they are and not what they do. */
const post =
  /^(?:第一|常务|執行|执行|常務)?副?(?:组长|組長|[总總]?指[挥揮][长長]?|召集人|主任)$|^(?:成[员員](?:[单單]位)?|组员|組員)$/;

/**
 * Whether words behind what they are called are a value and no sentence: 90分以上；良好：80—89分； behind 优秀, 镇长 behind
 * 组长.
 */
export function isValue(words: string, called: string): boolean {
  return (
    areAmounts(words.trim()) || (post.test(called) && !/[负負][责責](?!人)|主持|[协協]助|[。；]./.test(words))
  );
}
