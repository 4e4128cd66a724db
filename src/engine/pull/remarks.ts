import { parsedRoot } from '../../plan/read.ts';
import type { Printed, PrintedComment } from '../../reading/printed.ts';
import { isScalar } from '../../schema/node.ts';
import { Lines } from '../../text/lines.ts';
import type { Rewrite } from '../../text/patchwork.ts';
import { oneLine } from '../../text/printable.ts';
import { isSame, type Plain, plainOf } from '../form/plain.ts';
import { isUnchanged } from '../remembering.ts';
import { Maker } from './maker.ts';
import { matched } from './match.ts';
import type { Pair } from './pair.ts';
import { type MadeParagraph, type Paragraph, withoutMarks } from './paragraph.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Original } from './pulled.ts';

/** What somebody remarked on a document, as a comment of the plan. */
export interface Remark extends Pick<PrintedComment, 'author' | 'text' | 'about'> {
  /** The text in the plan that it is about. */
  start: number;
  /** The line that is put above it; missing where the plan has it already. */
  rewrite?: Rewrite;
}

/** Comments that pingan itself put into the document: what checking found. */
const own = '平安';

/** The comments of a document as lines of the plan, above the texts that they are about; the plan is that of after the changes. */
export async function remarks(
  edited: Printed,
  { source, world, given, remembered }: Original,
): Promise<Remark[]> {
  const comments = (edited.comments ?? []).filter(({ author }) => author !== own);
  if (comments.length === 0) return [];
  const all = paragraphsOf(edited);
  const paragraphs = remembered && isUnchanged(remembered, source) ? all : withoutMarks(all);
  const making = await new Maker(world, given).made(source);
  const pairs = making ? matched(making.paragraphs, paragraphs).pairs : [];
  const placed = comments.map((comment) => ({ comment, start: placeOf(comment, paragraphs, pairs) }));
  return withLines(placed, source);
}

function withLines(placed: readonly { comment: PrintedComment; start: number }[], source: string): Remark[] {
  const there = new Map<string, number>();
  for (const line of source.split(/\r?\n/)) there.set(line.trim(), (there.get(line.trim()) ?? 0) + 1);
  const lines = new Lines(source);
  const says = plain(source);
  return placed.map(({ comment, start }) => {
    const line = remarkLine(comment);
    const known = there.get(line) ?? 0;
    there.set(line, known - 1);
    const { author, text, about } = comment;
    const rewrite = known > 0 ? undefined : above(start, line, { lines, says });
    return { author, text, about, start, ...(rewrite && { rewrite }) };
  });
}

/** Longer words that a comment is about are cut short. */
const mostAbout = 20;

/** A number sign in it might begin a comment that turns rules off. */
function remarkLine({ author, text, about }: PrintedComment): string {
  const words = (said: string) => oneLine(said).replaceAll('#', '＃').replace(/\s+/g, ' ').trim();
  const by = author === '' ? '' : `（${words(author)}）`;
  const named = words(about);
  const short = named.length > mostAbout ? `${named.slice(0, mostAbout)}…` : named;
  return `# 批注${by}：${words(text)}${short === '' ? '' : `（“${short}”）`}`;
}

/** The place in the plan of the paragraph that a comment stands at, or of the nearest one in front of it. */
function placeOf(
  { source }: PrintedComment,
  paragraphs: readonly Paragraph[],
  pairs: readonly Pair[],
): number {
  const places = new Map<Paragraph['source'], number>();
  for (const pair of pairs) {
    if (pair.kind === 'gone') continue;
    const made = pair.kind === 'new' ? undefined : [pair.made].flat()[0];
    const start = made && startOf(made);
    for (const each of [pair.edited].flat()) if (start !== undefined) places.set(each.source, start);
  }
  const before = paragraphs.filter((each) => each.source <= source).reverse();
  for (const each of before) {
    const place = places.get(each.source);
    if (place !== undefined) return place;
  }
  return 0;
}

function startOf({ origins }: MadeParagraph): number | undefined {
  const origin = origins.find((each) => each.of === 'plan' || each.of === 'variable');
  return origin?.of === 'plan' || origin?.of === 'variable' ? origin.text.start : undefined;
}

/** A line of its own above a place, or further above where the file would say something else with it. */
function above(
  place: number,
  line: string,
  { lines, says }: { lines: Lines; says: Plain },
): Rewrite | undefined {
  const { text } = lines;
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  for (let number = lines.position(place).line; number > 0; number--) {
    const start = lines.start(number);
    const indent = /^[ \t]*/.exec(lines.line(number))?.[0] ?? '';
    const rewrite = { start, end: start, text: `${indent}${line}${newline}` };
    const after = text.slice(0, start) + rewrite.text + text.slice(start);
    if (isSame(plain(after), says)) return rewrite;
  }
  return undefined;
}

/** What a file says, to the blank, without its places. */
function plain(source: string): Plain {
  const root = parsedRoot(source);
  return root ? plainOf(root, (each) => (isScalar(each) ? each.text : undefined)) : null;
}
