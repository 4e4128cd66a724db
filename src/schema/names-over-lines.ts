import { type Scalar, slice } from './node.ts';
import type { Report } from './problem.ts';

/** A list that goes on in the next line. */
const goesOn = /[、，,；;：:（(《“]$/;
const isGoingOn = /^[、，,；;）)》”]/;
/** Conditions and repetitions print nothing themselves. */
const blocks = /\{\{(?:[#/]|else\b)[^{}]*\}\}/g;

/**
 * The names of a text of several lines: below | each line is one. Elsewhere lines were joined, which is right for one long
 * name and wrong for several, so it is told; so it is in an entry of a list, which is one name (`alone`).
 */
export function namesOf(node: Scalar, report: Report, alone = false): Scalar[] {
  const { text, wraps = [] } = node;
  if (wraps.length === 0 && !text.trim().includes('\n')) return [node];
  // What a condition reaches over stays in one piece.
  const whole = alone || text.includes('{{#');
  const found: Scalar[] = [];
  let from = 0;
  const begins = new Set(wraps);
  for (let index = 1; index < text.length; index++) {
    const isLine = text[index - 1] === '\n';
    if (!isLine && !begins.has(index)) continue;
    const isParted = isLine && !whole;
    const before = trimmed(node, from, index);
    const behind = lineBehind(text, index);
    const words = before.text.replace(blocks, '').trim();
    if (words === '' || behind === '' || goesOn.test(words) || isGoingOn.test(behind)) continue;
    // Lines of many names may have been wrapped where they were full.
    if (!isParted || /[、，,]/.test(words)) tell({ words, end: before.end }, behind, isParted, report);
    if (!isParted) continue;
    found.push(before);
    from = index;
  }
  return [...found, found.length === 0 ? node : trimmed(node, from, text.length)];
}

function lineBehind(text: string, index: number): string {
  const end = text.indexOf('\n', index);
  return text
    .slice(index, end < 0 ? text.length : end)
    .replace(blocks, '')
    .trim();
}

function trimmed(node: Scalar, from: number, to: number): Scalar {
  const part = node.text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return slice(node, start, Math.max(start, from + part.trimEnd().length));
}

function tell(
  { words, end }: { words: string; end: number },
  behind: string,
  isParted: boolean,
  report: Report,
): void {
  const last = words.slice(-12).replace(/^.*[、，,\n]/s, '');
  const first = behind.slice(0, 12).replace(/[、，,].*$/s, '');
  report({
    severity: 'warning',
    code: 'plan/names-over-lines',
    start: end - 1,
    end,
    message: isParted
      ? `“${last}”后面换了行，“${first}”当作另一个名称。`
      : `“${last}”后面换了行，和“${first}”接成了一个名称。`,
    advice: '是两个名称的，各写一行，前面加“- ”；是一个的，写在一行里。',
  });
}
