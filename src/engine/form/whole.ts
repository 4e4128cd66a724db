import type { Node, Span } from '../../schema/node.ts';

/** Lines of a file, from the beginning of the first to the end of the last, without its break. */
export type Lines = Span;

/** Comments about a stretch of the file or all of it stay where they are; what is said of the next line goes with it. */
const still = /^ *# *(?:pingan-(?!disable-next(?:\s|$))|yaml-language-server)/;

/** The whole lines of an entry, and the comments right above it. */
export function linesOf(source: string, at: number, last: Node): Lines {
  let start = lineStart(source, at);
  for (;;) {
    const above = source.slice(lineStart(source, start - 1), start);
    if (start === 0 || !/^ *#/.test(above) || still.test(above)) break;
    start -= above.length;
  }
  return { start, end: lineEnd(source, endOf(source, last)) };
}

/** Lists and maps end behind the break of their last line. */
export function endOf(source: string, { start, end }: Span): number {
  let at = Math.min(end, source.length);
  while (at > start && /\s/.test(source[at - 1] ?? '')) at--;
  return at;
}

/** The end of the line of a place, its comment included and its break left out. */
export function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  if (end < 0) return source.length;
  return end > at && source[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line behind that of a place begins. */
export function nextLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}

export function lineStart(source: string, at: number): number {
  return at <= 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
}

/** Lines behind the first one further to the right, or to the left. */
export function shifted(text: string, by: number): string {
  if (by >= 0) return text.replace(/\n(?=[^\r\n])/g, `\n${' '.repeat(by)}`);
  return text.replace(new RegExp(`\\n {0,${-by}}`, 'g'), '\n');
}
