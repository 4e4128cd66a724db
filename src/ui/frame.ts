import type { Span } from '../schema/node.ts';
import type { Lines } from '../text/lines.ts';
import { printable } from '../text/printable.ts';
import { blank, width } from '../text/width.ts';

/** Columns of the terminal that a line of source may take; a longer one is cut around the place. */
const room = 76;

/** The line of a problem and the one before it, with a caret right under it, however wide its characters are. */
export function frame(lines: Lines, { start, end }: Span): string[] {
  const { line } = lines.position(start);
  const text = lines.line(line);
  const at = Math.min(start - lines.start(line), text.length);
  const cut = cropped(text, at);
  const marked = text.slice(at, Math.max(Math.min(end - lines.start(line), at + room), at));
  const carets = '^'.repeat(Math.max(1, Math.min(width(marked), room)));
  const gutter = String(line).length;
  const previous = line > 1 ? lines.line(line - 1) : '';
  const before = previous.trim()
    ? [`  ${String(line - 1).padStart(gutter)} │ ${cropped(previous, 0).text}`]
    : [];
  return [...before, `  ${line} │ ${cut.text}`, `  ${' '.repeat(gutter)} │ ${blank(cut.before)}${carets}`];
}

function cropped(text: string, at: number): { text: string; before: string } {
  if (text.length <= room && width(text) <= room) return { text: printable(text), before: text.slice(0, at) };
  let start = at;
  for (let left = room / 2; start > 0; start--) {
    left -= width(text[start - 1] ?? '');
    if (left < 0) break;
  }
  if (halved(text, start)) start++;
  let end = start;
  for (let left = room; end < text.length; end++) {
    left -= width(text[end] ?? '');
    if (left < 0) break;
  }
  if (halved(text, end)) end--;
  const lead = start > 0 ? '…' : '';
  return {
    text: printable(lead + text.slice(start, end) + (end < text.length ? '…' : '')),
    before: (lead && ' ') + text.slice(start, at),
  };
}

/** Whether a cut goes through the middle of a character. */
function halved(text: string, at: number): boolean {
  return at < text.length && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}
