import { answering } from '../text/remark.ts';
import { simplified } from '../text/script.ts';
import { isValue } from './values.ts';

/** The longest title that words follow on its line (reference: 46 characters held on all published texts). */
const longest = 46;
/** The longest one that ： may end. */
export const longestNamed = 24;
/** The longest line that is a title by itself. */
const longestLine = 64;

/** What a line without its number looks like. */
export interface Shape {
  /**
   * bare: a line that ends like no sentence. whole: one sentence, a call, or one that introduces something. opening: a short
   * sentence in front of others. text: anything else.
   */
  kind: 'bare' | 'whole' | 'opening' | 'text';
  title: string;
  /** Nothing but a value stands behind ：, as in 优秀：90分以上 and 组长：镇长. */
  isValue?: boolean;
  /** The bracket behind the title that says who answers for it. */
  parties?: string;
  mark: string;
  /** Where the words behind the title begin. */
  opens: number;
}

/** How the words of a line can be cut into a title and a text; who answers for it stands behind either. */
export function shapeOf(words: string): Shape {
  const at = markIn(words);
  const head = at < 0 ? words : words.slice(0, at);
  const parties = answering.exec(head)?.[0] ?? '';
  if (parties === '' || parties === head) return plainShape(words, at);
  const title = head.slice(0, -parties.length);
  const moved = plainShape(title + words.slice(head.length), at < 0 ? at : title.length);
  return { ...moved, opens: moved.opens + parties.length, parties: parties.trim() };
}

function plainShape(words: string, at: number): Shape {
  const bare = { title: words, mark: '', opens: words.length };
  if (at < 0 && /[！？!?]$/.test(words) && words.length <= longestNamed && !isBroken(words))
    return { kind: 'whole', ...bare };
  if (at < 0)
    return /[；;，,、！？!?…]$/.test(words) || words.length > longestLine || isBroken(words) || words === ''
      ? { kind: 'text', ...bare }
      : { kind: 'bare', ...bare };
  const mark = words.charAt(at).replace('.', '。');
  const shape = { title: words.slice(0, at), mark, opens: at + 1 + blanksAt(words, at + 1) };
  const isColon = /[：:]/.test(mark);
  if (shape.opens >= words.length || isRemark(words.slice(shape.opens)))
    return { kind: at <= longestLine && !(isColon && isLeadIn(shape.title)) ? 'whole' : 'text', ...shape };
  const commas = shape.title.match(/[，,；;]/g)?.length ?? 0;
  if (isColon)
    return {
      kind: at <= longestNamed && commas <= 1 && !isLeadIn(shape.title) ? 'opening' : 'text',
      ...shape,
      isValue: isValue(words.slice(shape.opens), shape.title),
    };
  return {
    kind: at <= longest && commas <= 3 && !nameless.test(simplified(shape.title)) ? 'opening' : 'text',
    ...shape,
  };
}

/** 本标准适用于…。 and 如未报价，…。 open a text, but name nothing. */
const nameless = /^(?:本|如|若|凡|未)[^，,]*[，,]|^本(?!地|土|级|年|村|镇|县|市|校|职|质|领)/;

/** A long line with commas that doesn't end was cut from its sentence, and so was one within a bracket or a title. */
function isBroken(words: string): boolean {
  if (/[（(《〈“][^（(《〈“）)》〉”]*$/.test(words)) return true;
  const commas = words.match(/[，,；]/g)?.length ?? 0;
  return commas > 2 || (commas > 0 && words.length > longest);
}

/** The first 。 or ： that isn't within brackets or quotes, where all of these are closed; 8:00 has none. */
function markIn(words: string): number {
  let first = -1;
  let depth = 0;
  for (let index = 0; index < words.length; index++) {
    const character = words.charAt(index);
    if (/[（(“‘「『《〈【〔[]/.test(character)) depth++;
    else if (/[）)”’」』》〉】〕\]"]/.test(character)) depth = Math.max(0, depth - 1);
    else if (
      /[。：]/.test(character) ||
      (character === ':' && !/\d/.test(words.charAt(index - 1))) ||
      (character === '.' && stop.test(words.slice(index - 1, index + 2)))
    ) {
      if (depth === 0) return index;
      if (first < 0) first = index;
    }
  }
  return depth > 0 ? first : -1;
}

/** A point that closes a sentence of Han characters, as half-width texts have it. */
const stop = /^\p{Script=Han}\.(?:[\p{Script=Han}《“（(]|$)/u;

function blanksAt(words: string, from: number): number {
  return /^[ \t\u3000]*/.exec(words.slice(from))?.[0].length ?? 0;
}

/** （5分）（6月底前完成，责任单位：市教育局） closes a sentence. */
function isRemark(words: string): boolean {
  return /^(?:[（(〔][^（）()〔〕]*(?:[（(][^（）()]*[）)][^（）()〔〕]*)*[）)〕][。；]?)+$/.test(
    words.trim(),
  );
}

/** 要做到以下几点：introduces what follows and names nothing. */
function isLeadIn(typed: string): boolean {
  const words = simplified(typed);
  return (
    /(?:如下.{0,8}|下列.{0,8}|以下.{0,8}|[^是]是|是指|包括|分别[为是]|做到|强调|指出|规定|应当|必须)$/.test(
      words,
    ) || /^(?:注|附|备注)$/.test(words)
  );
}
