import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MadeParagraph } from '../src/engine/pull/paragraph.ts';
import type { Now } from '../src/engine/pull/structural.ts';
import { rewritten } from '../src/lint/rewrite.ts';
import { dice } from './random-edits.ts';
import { examples } from './run.ts';
import { added, carriedBy, moved, nowOf, removed, type StructuralEdit } from './structural-edits.ts';

const each = Number(process.env['PINGAN_DOCUMENTS'] ?? 2);

/** Lines that are nothing but a comment. */
const comments = (source: string) =>
  source
    .match(/^ *#.*$/gm)
    ?.map((line) => line.trim())
    .sort() ?? [];

/** Entries with their paragraphs: a number, and what follows up to the next one of any level. */
function entries({ made }: Now): MadeParagraph[][] {
  const own = made.filter(({ cell }) => !cell);
  return own.flatMap((first, index) => {
    if (first.number === '' || !first.origins.some((origin) => origin.of === 'plan')) return [];
    const end = own.findIndex(
      (other, at) => at > index && (other.number !== '' || made[made.indexOf(other) - 1]?.cell),
    );
    return end < 0 ? [] : [own.slice(index, end)];
  });
}

describe('whatever is done to the plans of the examples', () => {
  const roll = dice(process.env['CI'] ? 20_261_127 : Date.now());
  test.each(examples)(
    '%s: what is taken out and put in again is printed as before, and comments stay',
    async (name) => {
      const source = readFileSync(`examples/${name}`, 'utf8');
      const now = await nowOf(source);
      const all = entries(now);
      const apply = async (from: Now, edit: StructuralEdit) => {
        const { rewrites } = await carriedBy(from, edit);
        if (!rewrites) return undefined;
        const after = rewritten(from.source, rewrites);
        return after;
      };
      for (let count = 0; count < each && all.length > 1; count++) {
        const [one, other] = [all[roll(all.length)], all[roll(all.length)]];
        if (!one || !other || one === other) continue;
        const elsewhere = await apply(now, moved(now, one, other.at(-1) as MadeParagraph));
        if (elsewhere !== undefined) expect(comments(elsewhere)).toEqual(comments(source));
        const without = await apply(now, removed(now, one));
        if (without === undefined) continue;
        const rest = await nowOf(without);
        const before = now.made[now.made.indexOf(one[0] as MadeParagraph) - 1];
        const anchor = rest.made[now.made.indexOf(before as MadeParagraph)];
        if (!anchor) continue;
        const edit = added(rest, anchor, one);
        const again = await apply(rest, edit);
        if (again === undefined) continue;
        expect(edit.expected.map(({ text }) => text)).toEqual(now.made.map(({ text }) => text));
        expect((await nowOf(again)).made.map(({ text }) => text)).toEqual(now.made.map(({ text }) => text));
      }
    },
  );
});
