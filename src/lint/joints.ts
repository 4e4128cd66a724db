import { inSentence } from '../text/dates.ts';
import type { Passage } from './passage.ts';

/** A variable that a paragraph prints, between the words beside it. */
export interface Joint {
  passage: Passage;
  from: number;
  to: number;
  before: string;
  after: string;
}

const printed = /\{\{\s*([^{}\s#/]+)\s*\}\}/g;
/** Nothing that is said twice reaches further. */
const reach = 40;

/** The variables of some paragraphs by their names; beside another variable nobody knows what is printed. */
export function jointsOf(passages: readonly Passage[]): ReadonlyMap<string, readonly Joint[]> {
  const joints = new Map<string, Joint[]>();
  for (const passage of passages) {
    const { text } = passage;
    for (const { index: from, 0: found, 1: name = '' } of text.matchAll(printed)) {
      const to = from + found.length;
      const before = text
        .slice(Math.max(0, from - reach), from)
        .replace(/(?:\{\{#(?:if|unless)[^{}]{0,40}\}\}|\*\*){1,4}$/, '')
        .replace(/^.*[{}]/s, '');
      const after = text
        .slice(to, to + reach)
        .replace(/^(?:\{\{\/(?:if|unless)\}\}|\*\*){1,4}/, '')
        .replace(/[{}].*$/s, '');
      const known = joints.get(name) ?? [];
      joints.set(name, known);
      known.push({ passage, from, to, before, after });
    }
  }
  return joints;
}

const points = '。，、；：！？';
const signs = /[%％‰℃]/;
const brackets = ['《》', '（）', '()', '“”', '‘’', '「」', '〔〕', '【】'];
const numeral = /[\d０-９〇零一二三四五六七八九十百千万亿]/;
/** A unit or the like is made of such; 第, 约 and ¥ stand in front of numbers. V8 takes two milliseconds for Unicode's own class. */
const letters = /^[A-Za-zμΩ㐀-鿿㎡$¥￥€£]+$/;
/** 三村村民委员会, 2026年年底, 5日日常巡查: the second begins another word. */
const otherWord =
  /^(?:[村庄莊里乡鄉镇鎮街路巷屯组組队隊楼樓栋棟]|社[区區]|小[区區]|年[底初末终終中均度]|月[底初末中均]|日[常均]|[人户戶次]均|人[民口]|个[人别]|個[人別]|元旦)/;

/** What is written once in a value and once more beside it: 12户 in {{户数}}户; both as they would be printed. */
export function writtenTwice(value: string, joints: readonly Joint[]): { joint: Joint; twice: string }[] {
  if (joints.length === 0) return [];
  const text = inSentence(value).trim();
  return joints.flatMap((joint) => {
    const twice = text === '' ? undefined : twiceIn(text, joint);
    return twice === undefined ? [] : [{ joint, twice }];
  });
}

function twiceIn(text: string, { before, after }: Joint): string | undefined {
  const first = text.charAt(0);
  const last = text.slice(-1);
  const [left, right] = [before.slice(-1), after.charAt(0)];
  if (left && points.includes(first) && points.includes(left)) return left + first;
  if (right && points.includes(last) && points.includes(right)) return last + right;
  if (signs.test(last) && signs.test(right)) return last + right;
  if (brackets.some((pair) => pair === first + last && pair === left + right))
    return `${first}${first}…${last}${last}`;
  for (const length of [4, 3, 2, 1]) {
    const unit = text.slice(-length);
    if (after.startsWith(unit) && isUnit(unit, text.at(-length - 1)) && !otherWord.test(after))
      return unit + unit;
    const lead = text.slice(0, length);
    if (before.endsWith(lead) && isUnit(lead, text[length])) return lead + lead;
  }
  return undefined;
}

/** Letters beside a number: 户, 第, ¥. */
function isUnit(word: string, beside = ''): boolean {
  return letters.test(word) && !numeral.test(word) && numeral.test(beside);
}
