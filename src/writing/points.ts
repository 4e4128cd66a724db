import type { PrintedLine } from '../reading/printed.ts';
import type { Content, Part } from '../structure/part.ts';
import { allOf } from '../structure/titles.ts';
import { han } from '../text/numerals.ts';
import { list, type Value } from './yaml.ts';

/** Whether 一是, 二是 … are paragraphs of their own, in all of a plan: the engine prints them all alike. */
export function arePointsApart(parts: readonly Part[]): boolean {
  const all = parts.flatMap(({ headings }) => allOf(headings));
  const contents = all.map(({ content }) => linesOf(content));
  const isInline = all.some(({ line, content }) =>
    [line, ...linesOf(content)].some(({ text }) => withPoints(text)),
  );
  return !isInline && contents.some((lines) => pointsAtEnd(lines) !== undefined);
}

function linesOf(content: readonly Content[]): PrintedLine[] {
  return content.filter((block) => block.kind === 'line');
}

/** The paragraphs at the end of some that are 一是…, 二是… each, without these words; and what stands before them. */
export function pointsAtEnd(
  lines: readonly PrintedLine[],
): { before: PrintedLine[]; points: string[] } | undefined {
  const first = lines.findIndex(({ text }) => text.startsWith('一是') && pointAt(text, '一是', 0) === 0);
  const run = first < 0 ? [] : lines.slice(first);
  const isRun = run.length > 1 && run.every(({ text }, index) => text.startsWith(`${han(index + 1)}是`));
  if (!isRun || !run.every(({ text }) => /[。！？；：…]$/.test(text))) return undefined;
  const points = run.map(({ text }, index) => text.slice(han(index + 1).length + 1).replace(/。$/, ''));
  return { before: lines.slice(0, first), points };
}

/** A paragraph that ends in 一是…二是… as what stands before them and the points. */
export function withPoints(paragraph: string): { text: string; points: string[] } | undefined {
  const starts: number[] = [];
  for (let value = 1, from = 0; ; value++) {
    const at = pointAt(paragraph, `${han(value)}是`, from);
    if (at < 0) break;
    starts.push(at);
    from = at + 2;
  }
  const text = paragraph.slice(0, starts[0] ?? 0);
  if (starts.length < 2 || !/(?:^|[。：；！？…])$/.test(text)) return undefined;
  const points = starts.map((start, index) => paragraph.slice(start + 2, starts[index + 1]));
  // The engine closes each with 。 where nothing does, and has its own word for the number.
  const isExact = points.every(
    (point) => /[。！？；：…]$/.test(point) && !/^[，。；：、]/.test(point.trim()) && point.trim() === point,
  );
  return isExact
    ? {
        text,
        points: points
          .map((point) => point.replace(/。$/, ''))
          .map((point, index) => point || (points[index] ?? '')),
      }
    : undefined;
}

/** 一是 behind the end of a sentence; 一是否 and 一是的 are other words. */
function pointAt(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1))
    if ((at === 0 || /[。；：，！？、]/.test(text.charAt(at - 1))) && !/^[否的]/.test(text.slice(at + 2)))
      return at;
  return -1;
}

export function pointsValue(points: readonly string[]): Value {
  return list(points.map((point) => point));
}
