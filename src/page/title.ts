import type { Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { append } from '../text/long-lists.ts';
import { Breaking } from './breaking.ts';
import { type Profile, typeArea } from './profile.ts';
import { room } from './room.ts';
import { withWholeNames } from './whole-names.ts';

/** No line begins with these, nor ends with those: they belong to their neighbours. */
const clings = /^[的和与及或等之了、，。；：！？》）”’〕年月日号届次个]|^[镇乡村县市区省局办委会]$/;
const leans = /(?:[《（“‘〔第]|关于|\d)$/;

/**
 * GB/T 9704—2012 7.3.1: a title that needs several lines is broken between words, into lines of about one length, and
 * never with a short line between longer ones. A title that has line breaks of its own keeps those.
 */
export function broken(title: Inline[], profile: Profile): Inline[] {
  const text = plain(title);
  const most = (2 * typeArea(profile)) / (profile.title.size * 10);
  if (room(text) <= most || text.includes('\n') || title.length !== 1) return title;
  const lines = inLines(text, most);
  return title.map((inline) => ({ ...inline, text: lines.join('\n') }));
}

/** Words of their own, though they are of one character. */
const small = /[的和与及或等之了并对在为向从由将按以是]/;
/** Begins a word that the dictionary doesn't know: 大排查, 小场所, 全县. */
const opens = /^[大小全各]$/;
/** A longer word that isn't known is somebody's name, or none. */
const mostUnknown = 4;

/**
 * The words of a text by the dictionary of the system, and those that it doesn't know (排查, 印发, 专项), of which it
 * makes a word of each character.
 */
function segmented(text: string): string[] {
  const found: string[] = [];
  let unknown: string[] = [];
  const closed = () => {
    const behind = opens.test(unknown.at(-1) ?? '') ? unknown.splice(-1) : [];
    const known = unknown.length > mostUnknown ? unknown : [unknown.join('')];
    append(found, [...known.filter(Boolean), ...behind]);
    unknown = [];
  };
  for (const { segment } of new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(text)) {
    if (/^\p{Script=Han}$/u.test(segment) && !small.test(segment)) unknown.push(segment);
    else {
      if (unknown.length > 0) closed();
      found.push(segment);
    }
  }
  if (unknown.length > 0) closed();
  return found;
}

/** The stretches that stay whole. */
export function words(text: string): string[] {
  const found: string[] = [];
  let last = '';
  for (const segment of withWholeNames(text, segmented(text))) {
    const before = found.at(-1);
    const belongs = clings.test(segment) || opens.test(last) || leans.test(before?.slice(-2) ?? '');
    if (before !== undefined && belongs) found[found.length - 1] = before + segment;
    else found.push(segment);
    last = segment;
  }
  return found;
}

/** What takes more lines is no title. */
const mostLines = 8;

/** The best way to break into the fewest lines of so many half characters; the text as it is where there is none. */
export function inLines(text: string, most: number, whole?: readonly string[]): string[] {
  const fewest = Math.ceil(room(text) / most);
  if (fewest <= 1 || fewest > mostLines) return [text];
  const stretches = whole ?? words(text);
  const breaking = new Breaking(stretches, most);
  for (let lines = fewest; lines <= Math.min(stretches.length, mostLines); lines++) {
    const found = breaking.into(lines);
    if (found) return found;
  }
  return [text];
}

/** A name in the fewest lines of so many half characters, broken between words. */
export function inSeveralLines(name: Inline[], most: number): Inline[][] {
  const [only, ...others] = name;
  if (only === undefined || others.length > 0) return [name];
  return inLines(only.text, most).map((text, index, { length }) => [
    {
      text,
      bold: only.bold,
      ...(index === 0 && only.begins && { begins: only.begins }),
      ...(index === length - 1 && only.ends && { ends: only.ends }),
    },
  ]);
}
