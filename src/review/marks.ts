/** Unicode 23.7: code points for the inside of programs, which no text has. */
const begin = '\uFDD0';
const end = '\uFDD1';
const zero = 0xfde0;
const reserved = /[\uFDD0-\uFDEF]/g;
const mark = /([\uFDE0-\uFDEF]{1,12})([\uFDD0\uFDD1])/g;

/** A piece of a text, from one of its UTF-16 units up to another. */
export interface Range {
  from: number;
  to: number;
}

/** Marks the place where the finding of a number begins, and where it ends; nothing in markup or templates minds them. */
export const beginning = (number: number): string => digits(number) + begin;
export const ending = (number: number): string => digits(number) + end;

function digits(number: number): string {
  return [...number.toString(16)]
    .map((digit) => String.fromCharCode(zero + Number.parseInt(digit, 16)))
    .join('');
}

/** A text that can't be taken for one with marks in it. */
export function unmarkable(text: string): string {
  return text.replace(reserved, '');
}

/** A mark where it was printed. */
interface Mark {
  number: number;
  at: number;
  opens: boolean;
}

/** A text without its marks, and all places where they were printed. */
export function parted(marked: string): { text: string; marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let read = 0;
  for (const { index, 0: whole, 1: number = '', 2: kind } of marked.matchAll(mark)) {
    text += marked.slice(read, index);
    read = index + whole.length;
    marks.push({ number: numberOf(number), at: text.length, opens: kind === begin });
  }
  return { text: text + marked.slice(read), marks };
}

/** A text without its marks, and what stands between each pair of them where it is printed first. */
export function withoutMarks(marked: string): { text: string; ranges: Map<number, Range> } {
  const { text, marks } = parted(marked);
  const opened = new Map<number, number>();
  const ranges = new Map<number, Range>();
  for (const { number, at, opens } of marks) {
    if (ranges.has(number)) continue;
    const from = opened.get(number);
    if (opens) opened.set(number, at);
    else if (from !== undefined) ranges.set(number, { from, to: at });
  }
  return { text, ranges };
}

function numberOf(digits: string): number {
  return Number.parseInt([...digits].map((each) => (each.charCodeAt(0) - zero).toString(16)).join(''), 16);
}
