import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { printable } from '../markup/escape.ts';
import type { Plan } from '../plan/plan.ts';
import type { Problem, Severity } from '../schema/problem.ts';
import { Lines } from '../text/lines.ts';
import { anchored } from './anchor.ts';
import { homes, placesOf } from './places.ts';

/**
 * A document with what was found in its plan as comments. Where they belong is seen in the same document made with
 * marks in its texts; so the marks never come into the document itself, however they disturb what is made with them.
 * What isn't printed is said at the title with its line in the file, and what is wrong with 日期 at the printed date.
 */
export function commented(
  document: Document,
  withMarks: Document,
  { date }: Plan,
  found: readonly Problem[],
  source: string,
): Document {
  if (found.length === 0) return document;
  const blocks = textsOf(document.blocks).some((text) => plain(text) !== '')
    ? document.blocks
    : [...document.blocks, blank];
  const places = placesOf(blocks, withMarks.blocks);
  const home = homes(blocks);
  const lines = new Lines(source);
  const comments: string[] = [];
  const ranges = found.map((problem, number) => {
    const dated = date && problem.start < date.end && problem.end > date.start ? home.date : undefined;
    const place = places.get(number) ?? dated;
    comments.push(comment(problem, place ? undefined : lines.position(problem.start).line));
    return place ?? home.title;
  });
  return { ...document, blocks: anchored(blocks, ranges), comments };
}

/** A document without words still has to hold its comments. */
const blank: NumberedBlock = { kind: 'paragraph', role: 'body', text: [{ text: '', bold: false }] };

const severities: Readonly<Record<Severity, string>> = { error: '必错', warning: '疑似', info: '提示' };

function comment({ severity, code, message, advice }: Problem, line: number | undefined): string {
  const place = line === undefined ? '' : `计划第${line}行：`;
  const help = advice === undefined ? '' : `\n改法：${advice}`;
  return printable(`【${severities[severity]}】${place}${message}${help}（${code}）`);
}
