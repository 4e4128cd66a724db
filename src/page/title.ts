import type { Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { width } from '../text/width.ts';
import { type Profile, typeArea } from './profile.ts';

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
  const breaks = bestBreaks(words(text), most);
  return title.map((inline) => ({ ...inline, text: breaks.join('\n') }));
}

/** The stretches that stay whole. */
function words(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(text)) {
    const before = found.at(-1);
    if (before !== undefined && (clings.test(segment) || leans.test(before)))
      found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found;
}

/** What takes more lines is no title, and its ways can't be counted. */
const mostLines = 8;

/** Of all ways to break into the fewest lines that hold the words, the most even one. */
function bestBreaks(words: readonly string[], most: number): string[] {
  const whole = words.join('');
  for (let lines = Math.ceil(room(whole) / most); lines <= Math.min(words.length, mostLines); lines++) {
    const found = mostEven(words, lines, most);
    if (found) return found;
  }
  return [whole];
}

/** Ways that are less even already than the best one so far aren't gone to their ends. */
function mostEven(words: readonly string[], lines: number, most: number): string[] | undefined {
  const total = width(words.join(''));
  const mean = total / lines;
  let best: string[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  const search = (way: readonly string[], from: number, rest: number): void => {
    const left = lines - way.length - 1;
    let line = '';
    for (let end = from + 1; end <= words.length - left; end++) {
      line += words[end - 1];
      if (room(line) > most) return;
      const behind = rest - width(line);
      if (left === 0 ? end < words.length : behind > left * most) continue;
      const longer = [...way, line];
      const measure = unevenness(longer, mean);
      // What is left is most even in lines of one length.
      const hope = left === 0 ? 0 : (behind - left * mean) ** 2 / left;
      if (measure + hope > least + 1e-6) continue;
      if (left > 0) search(longer, end, behind);
      else if (measure < least) [best, least] = [longer, measure];
    }
  };
  search([], 0, total);
  return best;
}

function unevenness(lines: readonly string[], mean: number): number {
  const lengths = lines.map(width);
  const waist = lengths.some(
    (length, index) =>
      index > 0 &&
      index < lengths.length - 1 &&
      length < Math.min(lengths[index - 1] ?? 0, lengths[index + 1] ?? 0),
  );
  const torn = lines.some((line) => /《[^》]*$/.test(line));
  return lengths.reduce((sum, length) => sum + (length - mean) ** 2, waist ? 1000 : 0) + (torn ? 100 : 0);
}

/** Half characters with the quarter of a character that Word puts between Han characters and digits or letters. */
function room(text: string): number {
  const borders = text.match(/\p{Script=Han}(?=[\dA-Za-z])|[\dA-Za-z](?=\p{Script=Han})/gu) ?? [];
  return width(text) + borders.length / 2;
}
