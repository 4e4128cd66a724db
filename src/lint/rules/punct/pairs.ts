/** Two marks that belong together, by their places in the text. */
export interface Pair {
  open: number;
  close: number;
  /** The pair around it. */
  outer: Pair | undefined;
}

export interface Paired {
  /** In the order of their opening marks. */
  pairs: readonly Pair[];
  /** Marks without a partner, in the order of the text. */
  alone: readonly number[];
}

/** A bracket is of one family whatever its width, so that a mixed pair is one pair. */
const closing: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '【': '】',
  '〔': '〕',
};
const family: Record<string, string> = { '(': '（', ')': '）', '﹝': '〔', '﹞': '〕' };
const marks = /[“”‘’「」『』《》〈〉（）()【】〔〕﹝﹞]/g;
/** Half-open intervals of scores: [80，90）. */
const intervals = /[[［]\d[\d.]*[,，、]\d[\d.]*[)）]|[(（]\d[\d.]*[,，、]\d[\d.]*[\]］]/g;
/** Which of the marks of a text belong together. */
export function paired(text: string): Paired {
  const kept = text.replace(intervals, (found) => '\0'.repeat(found.length));
  const plain = match(kept, () => false);
  if (plain.alone.length === 0) return plain;
  const counted = match(kept, series());
  if (counted.alone.length === 0) return counted;
  const labelled = match(kept, any);
  return [counted, plain, labelled].reduce((best, each) =>
    each.alone.length < best.alone.length ? each : best,
  );
}

/** Whether a closing bracket only numbers an item: what stands in front of it, and whether a bracket is open. */
type IsLabel = (before: string, open: boolean) => boolean;

function match(text: string, isLabel: IsLabel): Paired {
  const open: { index: number; closer: string; pair: Pair }[] = [];
  /** How many that wait for each mark are open: without any, there is none to look for. */
  const waiting = new Map<string, number>();
  const count = (closer: string, more: number) => waiting.set(closer, (waiting.get(closer) ?? 0) + more);
  const pairs: Pair[] = [];
  const alone: number[] = [];
  for (const { index, 0: typed } of text.matchAll(marks)) {
    const mark = family[typed] ?? typed;
    const closer = closing[mark];
    if (closer !== undefined) {
      count(closer, 1);
      open.push({ index, closer, pair: { open: index, close: -1, outer: undefined } });
      continue;
    }
    if (mark === '’' && /[A-Za-z]/.test(text.charAt(index - 1))) continue;
    const at = waiting.get(mark) ? open.findLastIndex((each) => each.closer === mark) : -1;
    if (mark === '）' && isLabel(text.slice(Math.max(0, index - 6), index), at >= 0)) continue;
    if (at < 0) alone.push(index);
    else {
      const [own, ...unclosed] = open.splice(at);
      for (const { closer } of [own, ...unclosed].filter((each) => each !== undefined)) count(closer, -1);
      for (const each of unclosed) alone.push(each.index);
      if (own) pairs.push(Object.assign(own.pair, { close: index, outer: open.at(-1)?.pair }));
    }
  }
  for (const { index } of open) alone.push(index);
  return {
    pairs: pairs.sort((a, b) => a.open - b.open),
    alone: alone.sort((a, b) => a - b),
  };
}

/** 1）, 一）, a）, iv） and ①） number an item with a closing bracket only. */
const label =
  /(?:^|[^\p{Script=Han}\p{L}\p{N}])(\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[A-Za-z]|[①-⑳ⅰ-ⅻⅠ-Ⅻ])$/u;

const any: IsLabel = (before) => label.test(before);

/** Labels that count on, so that the 2） of （附件1、2） is none behind 1）…；2）…. */
function series(): IsLabel {
  let next: string[] = [];
  return (before, open) => {
    const numeral = label.exec(before)?.[1];
    if (numeral === undefined) return false;
    const goesOn = next.includes(numeral);
    const begins = firsts.includes(numeral) ? !open || next.length === 0 : before === numeral;
    if (goesOn || begins) next = followers(numeral);
    return goesOn || begins;
  };
}

/** Each counts on from its first. */
const counts = [
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五',
  'i ii iii iv v vi vii viii ix x',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
  '① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮',
  'ⅰ ⅱ ⅲ ⅳ ⅴ ⅵ ⅶ ⅷ ⅸ ⅹ',
  'Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ Ⅵ Ⅶ Ⅷ Ⅸ Ⅹ',
].map((count) => count.split(' '));
const firsts = counts.map(([first]) => first);

function followers(numeral: string): string[] {
  return counts.flatMap((count) => {
    const at = count.indexOf(numeral);
    return at < 0 ? [] : (count[at + 1] ?? []);
  });
}
