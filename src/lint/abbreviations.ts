import type { Passage } from './passage.ts';
import type { Subject } from './subject.ts';

/** 平安镇安全生产委员会（以下简称“安委会”）, in the text where it stands. */
export interface Abbreviation {
  short: string;
  /** The text in front of the bracket, as far as it may name the thing in full. */
  full: string;
  passage: Passage;
  /** The place of the short name in the passage, and the end of the bracket. */
  index: number;
  end: number;
}

/** What every definition holds. */
export const definers = ['简称', '簡稱', '简稱', '簡称'];

const definition =
  /[（(]以下(?:统|統|通)?[简簡][称稱]為?为?[“‘「《]?([\p{Script=Han}A-Za-z0-9]{2,12})[”’」》]?[）)]/gu;

/** The short names that a plan introduces. */
export function abbreviations({ passages }: Subject): Abbreviation[] {
  return passages.flatMap((passage) =>
    [...passage.prose.matchAll(definition)].map(({ index, 0: found, 1: short = '' }) => ({
      short,
      full: passage.text.slice(Math.max(0, index - 40), index),
      passage,
      index: index + found.lastIndexOf(short),
      end: index + found.length,
    })),
  );
}

/** Where a short name is first used in a text, its own definition left out; undefined where it isn't. */
export function firstUse(
  { short, passage: own, index, end }: Abbreviation,
  passage: Passage,
): number | undefined {
  const { prose } = passage;
  let at = prose.indexOf(short);
  if (passage === own && at >= 0 && at < end && at + short.length > index) at = prose.indexOf(short, end);
  return at < 0 ? undefined : at;
}
