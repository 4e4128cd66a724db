import { fromHan } from '../text/dates.ts';
import type { Passage } from './passage.ts';

/** 一是, 二要: one point of those that a paragraph counts. */
export interface Point {
  number: number;
  verb: string;
  text: string;
  from: number;
  to: number;
}

/** A point that doesn't fit the one it follows: by its number, or only by its verb. */
export interface Misfit {
  point: Point;
  before: Point;
  kind: 'number' | 'verb';
}

/** At the beginning of a clause; 要求, 要素 and the like are words of their own. */
const marks =
  /(?<=(?:^|[。；：，、！？;:,])[\0 \u3000]{0,3})([一二三四五六七八九十]{1,3})(是|要)(?!求|素|点|點|件|闻|聞|害|道|领|領)/g;

/** What any point but the first begins with. */
export const laterPoints = [...'二三四五六七八九十', '十一'].flatMap((number) => [
  `${number}是`,
  `${number}要`,
]);

/** The points of a paragraph, in its order. */
export function pointsIn(passage: Passage): Point[] {
  return [...passage.outside('bookTitle', 'quote', 'bracket').matchAll(marks)].map(
    ({ index, 0: text, 1: numeral = '', 2: verb = '' }) => ({
      number: fromHan(numeral),
      verb,
      text,
      from: index,
      to: index + text.length,
    }),
  );
}

/** Points may hold points of their own, so a number may go on from any that is still open. */
export function misfits(passage: Passage): Misfit[] {
  const found: Misfit[] = [];
  let open: Point[] = [];
  for (const point of pointsIn(passage)) {
    const before = open.at(-1);
    if (point.number === 1 || before === undefined) {
      open.push(point);
      continue;
    }
    const fits = (each: Point) => each.number + 1 === point.number;
    const alike = open.findLastIndex((each) => fits(each) && each.verb === point.verb);
    const other = open.findLastIndex(fits);
    if (alike < 0 && other < 0) found.push({ point, before, kind: 'number' });
    else if (alike < 0) found.push({ point, before: open[other] ?? before, kind: 'verb' });
    const level = alike >= 0 ? alike : other >= 0 ? other : open.length - 1;
    open = [...open.slice(0, level), point];
  }
  return found;
}

/** The 一是 that a text begins with, and the blanks behind it. */
export function pointOf(prose: string): { from: number; to: number } | undefined {
  const found =
    /^\0*([一二三四五六七八九十]{1,3}(?:是|要)(?!求|素|点|點|件|闻|聞|害|道|领|領))[ \u3000]*/.exec(prose);
  return found?.[1] ? { from: found[0].indexOf(found[1]), to: found[0].length } : undefined;
}
