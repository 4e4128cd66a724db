/** 合计, 平安镇小计, 合计：30个村; a village called 合计村 isn't one of them. */
const totals = ['合计', '小计', '总计'];
const others = [
  '承前页',
  '过次页',
  '接上页',
  '转下页',
  '承上页',
  '共计',
  '累计',
  '总和',
  '总数',
  '平均',
  '平均数',
  '平均值',
  '均值',
  '汇总',
];
const behindTotal = /^(?:数?[:：]?$|[(（:：\d])/;
const unitWord =
  /^[（(](?:[^（()）\d]{1,8})[)）]$|^(?:户|人|个|元|万元|亿元|亩|公里|米|次|%|吨|处|件|名|间|座|天)$/;

/** Whether a cell says that its row is a total; a village called 合计村 isn’t one. */
export function isTotal(text: string): boolean {
  if (text.length >= 30 || !/[计总共均汇页]/.test(text)) return false;
  const behind = (word: string) => text.slice(text.lastIndexOf(word) + word.length);
  return (
    totals.some((word) => text.includes(word) && behindTotal.test(behind(word))) ||
    others.some((word) => text.startsWith(word) && behindTotal.test(text.slice(word.length))) ||
    /^共\d+个/.test(text)
  );
}

/** What stands below the head of statistics: the units of the columns, or their numbers, 甲 │ 1 │ 2 │ 3. */
export function isLegend(cells: readonly string[], filled: number): boolean {
  const words = cells.filter(Boolean).map((cell) => cell.replace(/^[（(](.*)[)）]$/, '$1'));
  if (filled >= 3 && words.every((word, index) => word === String(index + 1))) return true;
  const letters = words.findIndex((word, index) => word !== '甲乙丙丁'[index]);
  const numbered = words.slice(letters).every((word, index) => word === String(index + 1));
  if (filled >= 4 && letters > 0 && numbered) return true;
  return filled >= 2 && cells.every((cell) => cell === '' || unitWord.test(cell));
}
