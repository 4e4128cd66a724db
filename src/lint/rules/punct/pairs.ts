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
/** 1） and 一） number an item with a closing bracket only. */
const label = /(?:^|[^\p{Script=Han}\p{L}\p{N}])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/u;

/** Which of the marks of a text belong together. */
export function paired(text: string): Paired {
  const kept = text.replace(intervals, (found) => '\0'.repeat(found.length));
  const plain = match(kept, false);
  if (plain.alone.length === 0) return plain;
  const labelled = match(kept, true);
  return labelled.alone.length < plain.alone.length ? labelled : plain;
}

function match(text: string, labels: boolean): Paired {
  const open: { index: number; closer: string; pair: Pair }[] = [];
  const pairs: Pair[] = [];
  const alone: number[] = [];
  for (const { index, 0: typed } of text.matchAll(marks)) {
    const mark = family[typed] ?? typed;
    const closer = closing[mark];
    if (closer !== undefined) {
      open.push({ index, closer, pair: { open: index, close: -1, outer: undefined } });
      continue;
    }
    if (mark === '’' && /[A-Za-z]/.test(text.charAt(index - 1))) continue;
    if (labels && mark === '）' && label.test(text.slice(Math.max(0, index - 4), index))) continue;
    const at = open.findLastIndex((each) => each.closer === mark);
    if (at < 0) alone.push(index);
    else {
      const [own, ...unclosed] = open.splice(at);
      alone.push(...unclosed.map((each) => each.index));
      if (own) pairs.push(Object.assign(own.pair, { close: index, outer: open.at(-1)?.pair }));
    }
  }
  alone.push(...open.map(({ index }) => index));
  return {
    pairs: pairs.sort((a, b) => a.open - b.open),
    alone: alone.sort((a, b) => a - b),
  };
}
