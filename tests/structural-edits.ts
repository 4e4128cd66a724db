import { Maker } from '../src/engine/pull/maker.ts';
import type { MadeParagraph, Paragraph } from '../src/engine/pull/paragraph.ts';
import {
  type Now,
  waysToAdd,
  waysToMerge,
  waysToMove,
  waysToRemove,
  waysToRetell,
  waysToSplit,
} from '../src/engine/pull/structural.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { rewritten } from '../src/lint/rewrite.ts';
import { ordinalOf } from '../src/outline/ordinal.ts';
import type { Rewrite } from '../src/text/patchwork.ts';

/** A change of a document: the ways to carry it into the plan, and what is printed then. */
export interface StructuralEdit {
  ways: Iterable<readonly Rewrite[]>;
  expected: readonly Paragraph[];
}

const maker = new Maker(shippedWorld(), {});

export async function nowOf(source: string): Promise<Now> {
  const making = await maker.made(source);
  if (!making) throw new Error('nothing can be made of the plan');
  return { source, made: making.paragraphs };
}

/** The first way after which the plan prints what it should, and how many were tried. */
export async function carriedBy(
  { source }: Now,
  { ways, expected }: StructuralEdit,
): Promise<{ rewrites?: readonly Rewrite[]; tried: number }> {
  let tried = 0;
  for (const rewrites of ways) {
    tried++;
    const after = await maker.printed(rewritten(source, rewrites));
    if (after && after.errors === 0 && isSame(after.paragraphs, expected)) return { rewrites, tried };
  }
  return { tried };
}

function isSame(one: readonly Paragraph[], other: readonly Paragraph[]): boolean {
  return JSON.stringify(one.map(printed)) === JSON.stringify(other.map(printed));
}

/** The forms of numbers count, and not which they are; 一是 and 二是 count. */
function printed({ number, text }: Paragraph): string {
  return number.replace(/[一二三四五六七八九十\d①-⑳]+/, 'N').trim() + text.replace(/\s/g, '');
}

/** A paragraph as somebody types it, its number in front. */
export function typed(text: string): Paragraph {
  const ordinal = ordinalOf(text);
  const to = ordinal && !ordinal.word && !ordinal.weak ? ordinal.to : 0;
  return { text: text.slice(to), number: text.slice(0, to), marks: [], source: 0 };
}

/** New paragraphs behind another one. */
export function added(now: Now, after: MadeParagraph, edited: readonly Paragraph[]): StructuralEdit {
  const { made } = now;
  const at = made.indexOf(after) + 1;
  return {
    ways: waysToAdd(now, { edited, after, before: made[at] }),
    expected: [...made.slice(0, at), ...edited, ...made.slice(at)],
  };
}

export function removed(now: Now, gone: readonly MadeParagraph[]): StructuralEdit {
  return { ways: waysToRemove(now, gone), expected: now.made.filter((each) => !gone.includes(each)) };
}

/** Paragraphs cut out and put in behind another one. */
export function moved(now: Now, own: readonly MadeParagraph[], after: MadeParagraph): StructuralEdit {
  const rest = now.made.filter((each) => !own.includes(each));
  const at = rest.indexOf(after) + 1;
  return {
    ways: waysToMove(now, own, { after, before: rest[at] }),
    expected: [...rest.slice(0, at), ...own, ...rest.slice(at)],
  };
}

/** One paragraph made several; the first keeps the number. */
export function split(now: Now, own: MadeParagraph, parts: readonly Paragraph[]): StructuralEdit {
  const [first, ...others] = parts;
  const edited = first ? [{ ...first, number: own.number }, ...others] : [];
  return {
    ways: waysToSplit(now, own, edited),
    expected: now.made.flatMap((each): Paragraph[] => (each === own ? edited : [each])),
  };
}

/** Several paragraphs made one, without the numbers of those behind. */
export function merged(now: Now, own: readonly MadeParagraph[]): StructuralEdit {
  const text = own.map((each) => each.text).join('');
  return {
    ways: waysToMerge(now, own),
    expected: now.made.flatMap((each): Paragraph[] =>
      each === own[0] ? [{ ...each, text }] : own.includes(each) ? [] : [each],
    ),
  };
}

/** A paragraph with other names in it. */
export function retold(now: Now, own: MadeParagraph, text: string): StructuralEdit {
  return {
    ways: waysToRetell(now, own, text),
    expected: now.made.map((each): Paragraph => (each === own ? { ...each, text } : each)),
  };
}
