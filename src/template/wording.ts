import { simplified } from '../text/script.ts';

/** How the words of templates give way to those that an author wrote. */

/** A text without the mark that ends it, as it stands within a sentence. */
export function withoutMark(text: string): string {
  const bold = text.endsWith('**') ? '**' : '';
  const words = text.slice(0, text.length - bold.length);
  let to = words.length;
  // A colon may be escaped.
  for (let step = 1; step > 0; to -= step)
    step = /[。；，、：;,\s]/.test(words.charAt(to - 1)) ? 1 : words.slice(to - 2, to) === '\\:' ? 2 : 0;
  return words.slice(0, to) + bold;
}

/** A text without words that stand behind it already; the longest come first. */
export function withoutEnding(text: string, endings: readonly string[]): string {
  const ending = endings.find((each) => text.endsWith(each) && text.length > each.length);
  return ending === undefined ? text : text.slice(0, -ending.length);
}

/** A text out of brackets of its own. */
export function part(text: string): string {
  const words = withoutMark(text);
  return /^（[^（）]*）$/.test(words) ? words.slice(1, -1) : words;
}

/** A value behind words that it may begin with itself: 设在平安办 behind 办公室设在 is 平安办. A single letter is none, but for 由. */
export function behind(before: string, value: string): string {
  for (let length = Math.min(before.length, value.length - 1); length > 0; length--) {
    const same = before.endsWith(value.slice(0, length));
    if (same && (length > 1 || /[\p{P}\p{S}由]/u.test(value.charAt(0)))) return value.slice(length);
  }
  return value;
}

/** A text in brackets, which it may have already. */
export function bracketed(text: string, open: string, close: string): string {
  const inside = text.startsWith(open) && text.endsWith(close);
  return text === '' || (inside && text.indexOf(close) === text.length - 1) ? text : open + text + close;
}

/** 领导小组 is what a group is called that has no name; a title is its name if it ends in the word for a group. */
export function groupName(name: string, title: string, usual = '领导小组'): string {
  if (name !== '') return behind('成立', withoutMark(name));
  const words = title.replace(/^(?:成立|[组組]建|[设設]立|建立|[调調]整)/, '');
  return /^[^，。；、：\s]*(?:小组|专班|专组|工作组|指挥部|委员会|联席会议|工作队|攻坚组|协调组)$/.test(
    simplified(words),
  )
    ? words
    : usual;
}

/** Whether the last of some texts already says that names follow. */
export function isLeadIn(texts: readonly string[]): boolean {
  const words = texts.filter((text) => text !== '').at(-1) ?? '';
  return /(?:[：:]|如下[。：:]?)(?:\*\*)?$/.test(words);
}
