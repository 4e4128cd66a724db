/** What comes along from web pages and chat programs and can't be seen, as a person may look it up. */
const named: readonly [RegExp, string][] = [
  [/\u00A0|\u202F/, '不间断空格'],
  [/\u200B/, '零宽空格'],
  [/\u200C|\u200D/, '零宽连接符'],
  [/\u2060/, '单词连接符'],
  [/\uFEFF/, '字节顺序标记'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/, '文字方向标记'],
  [/\u00AD/, '软连字符'],
  [/[\u2000-\u200A\u205F]/, '排版用的空格'],
  [/\u2028|\u2029/, '网页上的换行符'],
  [/[\u115F\u1160\u3164\uFFA0]/, '韩文的空白字符'],
  [/[\uFE00-\uFE0F]/, '字形选择符'],
  [/\p{Cc}(?<![\t\n\r])/u, '控制字符'],
];

const any = new RegExp(named.map(([each]) => each.source).join('|'), 'gu');
/** Blanks among them: these take room, so they may have been meant as an indent or between two words. */
export const oddBlanks = /[\u00A0\u202F\u2000-\u200A\u205F]/g;

export interface Invisible {
  index: number;
  length: number;
  /** 零宽空格（U+200B） */
  name: string;
}

/** What each character that can't be seen is called, in the order of a text. */
export function invisibleNames(text: string): string[] {
  return [...text.matchAll(any)].flatMap(({ 0: sign }) => named.find(([each]) => each.test(sign))?.[1] ?? []);
}

/** The first run of characters that can't be seen, by the name of its first one. */
export function invisible(text: string): Invisible | undefined {
  const [found] = text.matchAll(any);
  if (found === undefined) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = named.find(([each]) => each.test(found[0]))?.[1] ?? '';
  let end = found.index + 1;
  while (end < text.length && text.charAt(end).search(any) === 0) end++;
  return { index: found.index, length: end - found.index, name: `${name}（U+${code}）` };
}

/** Most texts have no others, which is told without the tables of all scripts. */
const usual = /^[\t\n -~\u2010-\u2027\u3000-\u3163\u3165-\uD7FF\uFF01-\uFF9F]*$/;

/** A text as it was meant: blanks that don't break become usual ones, what has no width goes. */
export function visible(text: string): string {
  if (usual.test(text)) return text;
  return text.replace(oddBlanks, ' ').replace(any, '');
}
