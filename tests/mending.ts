import fc from 'fast-check';
import { expect } from 'vitest';
import { CST, Lexer } from 'yaml';
import { fixAll } from '../src/lint/fix.ts';
import { Settings } from '../src/lint/settings.ts';
import { Subject } from '../src/lint/subject.ts';
import { type Reading, read } from '../src/plan/read.ts';
import type { Node } from '../src/schema/node.ts';
import { faultyPlan } from './faulty-plans.ts';
import { problemsOf } from './lint.ts';

const strict = new Settings('strict');
const find = (source: string) => problemsOf(source, strict);

/** Documents that the properties of lint are tried on; PINGAN_DOCUMENTS=10000 tries more. */
export const documents = Number(process.env['PINGAN_DOCUMENTS'] ?? 300);

/** Tries documents on what holds of mending; most of them must have something to mend. */
export function eachMendsOnce(unsafe: boolean): void {
  let mended = 0;
  const numRuns = documents / 2;
  fc.assert(
    fc.property(faultyPlan, (source) => {
      if (mendsOnce(source, unsafe)) mended++;
    }),
    { numRuns },
  );
  expect(mended).toBeGreaterThan(numRuns / 2);
}

/** Mending twice is mending once, and mends nothing but words: no entry, key or comment goes, no error comes. Says whether something was mended. */
export function mendsOnce(source: string, unsafe: boolean): boolean {
  const once = fixAll(source, find, unsafe);
  if (once.source === source) return false;
  expect(fixAll(once.source, find, unsafe).source).toBe(once.source);
  const [before, after] = [read(source), read(once.source)];
  expect(errors(after)).toBeLessThanOrEqual(errors(before));
  if (once.made.some(({ fix }) => fix?.notation)) return true;
  expect(after.root && frame(after.root)).toEqual(before.root && frame(before.root));
  expect(comments(once.source)).toEqual(comments(source));
  return true;
}

const errors = ({ problems }: Reading) => problems.filter(({ severity }) => severity === 'error').length;

const comments = (source: string) =>
  [...new Lexer().lex(source)].filter((token) => CST.tokenType(token) === 'comment');

function scalarsOf(node: Node): Node[] {
  if (node.kind === 'list') return node.items.flatMap(scalarsOf);
  return node.kind === 'map' ? node.entries.flatMap(({ key, value }) => [key, ...scalarsOf(value)]) : [node];
}

/** How many entries and keys there are, and where, whatever they say. */
function frame(node: Node): unknown {
  if (node.kind === 'list') return node.items.map(frame);
  if (node.kind === 'map') return { of: node.entries.map(({ value }) => frame(value)) };
  return node.kind;
}

/** Findings lie inside the file, and every character of a passage is where the passage says. */
export function pointsIntoTheFile(source: string): void {
  for (const { code, start, end } of find(source))
    if (!(0 <= start && start <= end && end <= source.length)) expect.fail(`${code} ${start}–${end}`);
  const { plan, root } = read(source);
  const quoted = root ? scalarsOf(root).filter(({ start }) => /^["']/.test(source.slice(start))) : [];
  for (const { text, scalar, span } of plan ? new Subject(plan, source).passages : []) {
    if (quoted.some(({ start, end }) => scalar.start >= start && scalar.end <= end)) continue;
    const whole = span(0, text.length);
    expect(source.slice(whole.start, whole.end).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    for (let at = 0; at < text.length; at++) {
      const { start, end } = span(at, at + 1);
      if (text[at]?.trim() && source.slice(start, end) !== text[at])
        expect.fail(`${at} of ${JSON.stringify(text)} is not ${JSON.stringify(source.slice(start, end))}`);
    }
  }
}
