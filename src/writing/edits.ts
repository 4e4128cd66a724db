import { encode } from '../notation/encode.ts';
import { parseYaml } from '../notation/yaml.ts';
import { type Plan, readPlan } from '../plan/plan.ts';
import { type Place, textsOf } from '../plan/texts.ts';
import type { Scalar } from '../schema/node.ts';
import { append } from '../text/long-lists.ts';

/** A change of one text of a plan: from a place in the text, so many units, and what stands there instead. */
export interface Change {
  from: number;
  to: number;
  text: string;
}

/** The changes of a text, which may be none, and what the comment above it says. */
export interface Changed {
  changes: readonly Change[];
  comment?: string;
}

/** The texts of a plan as they stand in its file; undefined where it can't be read. */
export function planIn(source: string): Plan | undefined {
  const root = parseYaml(source, () => {});
  return root?.kind === 'map' ? readPlan(root, () => {}) : undefined;
}

/** A plan with its texts changed, each in the notation it was written in, with comments above the lines that changed. */
export function edited(source: string, change: (text: Scalar, place: Place) => Changed | undefined): string {
  const plan = planIn(source);
  if (!plan) return source;
  const rewrites: { start: number; end: number; text: string }[] = [];
  const seen = new Set<number>();
  for (const { text, place } of textsOf(plan)) {
    // A text may stand behind two keys of the plan, such as the title of a section.
    if (seen.has(text.start)) continue;
    const changed = change(text, place);
    if (!changed) continue;
    seen.add(text.start);
    const edits = changed.changes.map(({ from, to, text: words }) => ({
      start: text.at(from),
      end: text.at(to, 'end'),
      text: words,
    }));
    append(rewrites, encode(source, text, edits));
    if (changed.comment) rewrites.push(commentAbove(source, text.start, changed.comment));
  }
  return [...rewrites]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((made, { start, end, text }) => made.slice(0, start) + text + made.slice(end), source);
}

/** The line that a block of text (|) begins with, for a place inside of one: a comment in it would be text. */
function headOf(source: string, start: number): number {
  const indent = indentAt(source, start);
  for (let line = start; line > 0; ) {
    line = source.lastIndexOf('\n', line - 2) + 1;
    const words = source.slice(line, source.indexOf('\n', line));
    if (words.trim() === '' || indentAt(source, line) >= indent) continue;
    return /(?:^|[:-])\s*\|$/.test(words.trimEnd()) ? line : start;
  }
  return start;
}

function indentAt(source: string, line: number): number {
  return /^ */.exec(source.slice(line, line + 200))?.[0].length ?? 0;
}

/** A comment on a line of its own above the line in which a text begins. */
function commentAbove(source: string, at: number, comment: string) {
  const start = headOf(source, source.lastIndexOf('\n', at - 1) + 1);
  const indent = /^ */.exec(source.slice(start))?.[0] ?? '';
  return { start, end: start, text: `${indent}# ${comment.replace(/\s+/g, ' ')}\n` };
}
