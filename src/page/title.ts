import type { Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
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

/** The stretches that stay whole. */
function words(text: string): string[] {
  const found: string[] = [];
  const segments = new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(text);
  for (const segment of withWholeNames(
    text,
    [...segments].map(({ segment }) => segment),
  )) {
    const before = found.at(-1);
    if (before !== undefined && (clings.test(segment) || leans.test(before.slice(-2))))
      found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found;
}

/** What takes more lines is no title. */
const mostLines = 8;

/** The best way to break into the fewest lines of so many half characters; the text as it is where there is none. */
export function inLines(text: string, most: number): string[] {
  const fewest = Math.ceil(room(text) / most);
  if (fewest > mostLines) return [text];
  const stretches = words(text);
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
