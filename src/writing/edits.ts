import { encode } from '../notation/encode.ts';
import { parseYaml } from '../notation/yaml.ts';
import { type Plan, readPlan } from '../plan/plan.ts';
import { type Place, textsOf } from '../plan/texts.ts';
import type { Scalar } from '../schema/node.ts';
import { append } from '../text/long-lists.ts';
import { patched, sewn, whole } from '../text/patchwork.ts';

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
  const heads = linesInBlocks(source);
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
    if (changed.comment) rewrites.push(commentAbove(source, text.start, changed.comment, heads));
  }
  // Comments stand in front of what they speak of.
  const inOrder = rewrites.reverse().sort((a, b) => a.start - b.start || a.end - b.end);
  return sewn(source, patched(whole(source), inOrder));
}

/** Lines within a block of text (|), by the line that it begins with: a comment in it would be text. */
function linesInBlocks(source: string): Map<number, number> {
  const heads = new Map<number, number>();
  let block: { head: number; indent: number } | undefined;
  let start = 0;
  for (const line of source.split('\n')) {
    const words = line.trimEnd();
    const front = /^ *(?:- +)*/.exec(words)?.[0] ?? '';
    if (block && words !== '' && indentAt(words, 0) <= block.indent) block = undefined;
    if (block) heads.set(start, block.head);
    else if (/[:-] *\|$/.test(words) && words[front.length] !== '#') {
      const isEntry = words.length === front.length + 1;
      block = { head: start, indent: isEntry ? front.lastIndexOf('-') : front.length };
    }
    start += line.length + 1;
  }
  return heads;
}

function indentAt(source: string, line: number): number {
  return /^ */.exec(source.slice(line, line + 200))?.[0].length ?? 0;
}

/** A comment on a line of its own above the line in which a text begins. */
function commentAbove(source: string, at: number, comment: string, heads: ReadonlyMap<number, number>) {
  const line = source.lastIndexOf('\n', at - 1) + 1;
  const start = heads.get(line) ?? line;
  const indent = ' '.repeat(indentAt(source, start));
  return { start, end: start, text: `${indent}# ${comment.replace(/\s+/g, ' ')}\n` };
}
