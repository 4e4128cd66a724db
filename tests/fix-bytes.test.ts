import { expect, test } from 'vitest';
import { encodedLike } from '../src/io/encoded.ts';
import { fixAll } from '../src/lint/fix.ts';
import { Settings } from '../src/lint/settings.ts';
import type { Edit, Problem } from '../src/schema/problem.ts';
import { decode } from '../src/text/encoding.ts';
import { problemsOf } from './lint.ts';
import { mutated, random, stores } from './mutated-plans.ts';

const strict = new Settings('strict');
/** PINGAN_DOCUMENTS=10000 tries more. */
const count = Number(process.env['PINGAN_DOCUMENTS'] ?? 100);

/** A text with edits made, by a reckoning of its own. */
function announced(text: string, problems: readonly Problem[]): string {
  const edits: Edit[] = problems
    .flatMap(({ fix }) => fix?.edits ?? [])
    .sort((a, b) => b.start - a.start || b.end - a.end);
  let made = text;
  for (const { start, end, text: instead } of edits) made = made.slice(0, start) + instead + made.slice(end);
  return made;
}

/** What quoting a value adds. */
const bare = (text: string) => text.replace(/['"\\]/g, '');

test(`in ${count} mutated plans all that isn’t in an announced edit stays, byte by byte`, async () => {
  let mended = 0;
  let kept = 0;
  for (let seed = 1; seed <= count; seed++) {
    const next = random(seed);
    const text = mutated(next);
    const [name = '', store = () => Buffer.alloc(0)] =
      Object.entries(stores)[Math.floor(next() * Object.keys(stores).length)] ?? [];
    const bytes = store(text);
    const read = decode(bytes);
    if (read === undefined) continue;
    const about = `seed ${seed}, ${name}`;
    const rounds: { text: string; found: readonly Problem[] }[] = [];
    const find = (now: string) => {
      const found = problemsOf(now, strict);
      rounds.push({ text: now, found });
      return found;
    };
    const { source, pieces, made } = fixAll(read.text, find, next() < 0.5);
    // Each round makes some of the edits that were announced in it, and nothing else but quotes.
    const left = new Set(made);
    rounds.forEach(({ text: before, found }, index) => {
      const after = rounds[index + 1]?.text ?? source;
      const done = found.filter((problem) => left.has(problem));
      expect(bare(after), about).toBe(bare(announced(before, done)));
    });
    // What is kept is the file's own bytes, wherever they stand now.
    const written = await encodedLike(pieces, { ...read, bytes });
    expect(decode(written)?.text, about).toBe(source);
    if (source === read.text) {
      expect(written.equals(bytes), about).toBe(true);
      continue;
    }
    mended++;
    const offset = (index: number) => store(read.text.slice(0, index)).length;
    if (name.startsWith('GB') && !written.subarray(0, 3).equals(Buffer.from('\uFEFF'))) {
      const [first] = pieces;
      if (typeof first === 'object') {
        kept++;
        expect(
          written.subarray(0, offset(first.end)).equals(bytes.subarray(0, offset(first.end))),
          about,
        ).toBe(true);
      }
      const last = pieces.at(-1);
      if (typeof last === 'object') {
        const length = bytes.length - offset(last.start);
        expect(
          written.subarray(written.length - length).equals(bytes.subarray(bytes.length - length)),
          about,
        ).toBe(true);
      }
    }
  }
  expect(mended).toBeGreaterThan(count / 8);
  expect(kept).toBeGreaterThan(count / 40);
}, 3_600_000);
