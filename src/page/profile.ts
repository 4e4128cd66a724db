import type { Fonts } from './fonts.ts';

/** A length in twips, twentieths of a point. */
export type Twips = number;

/** All numbers of a page layout; text sizes are in half-points, as Word counts them. */
export interface Profile {
  margins: { top: Twips; bottom: Twips; left: Twips; right: Twips; footer: Twips };
  /** The pitch of the lines; an exact line keeps 22 of them on a page. */
  line: { pitch: Twips; rule: 'exact' | 'auto' };
  size: number;
  /** Added to every character of a full line, so that a line holds its number of characters. */
  spacing: Twips;
  /** The room of one Han character. */
  character: Twips;
  charactersPerLine: number;
  /** Word's grid sets characters closer, not the text itself; its dialog shows how many a line has. */
  cells?: true;
  title: { size: number; line: Twips };
  table: { size: number; line: Twips };
  /** 版头: where the mark begins below the type area's top, its size and line, and from the 发文字号 to the rule. */
  redHead: {
    top: Twips;
    orderTop: Twips;
    size: number;
    line: Twips;
    rule: Twips;
    /**
     * 信函: the mark and the two rules, from the paper's upper edge; what is left blank below the first rule; how far
     * the rules stand from the sides, and how wide they are.
     */
    letter: { page: Twips; end: Twips; rule: Twips; below: Twips; side: Twips; width: Twips };
  };
  /** 四号, for the page number and 版记. */
  small: number;
  pageNumber: 'outer' | 'centre';
  /** The number of the first page, where it isn't 1. */
  firstPage?: number;
  fonts: Fonts;
  /** Levels (from 1) whose headings are bold. */
  bold: ReadonlySet<number>;
  numbered: boolean;
  /** A 信函 (10.1): its first page has no number, and its 版记 no rules. */
  letter: boolean;
}

/** A4, 210 × 297 mm (5.1). */
export const paper = { width: 11906, height: 16838 };

export function typeArea({ margins }: Profile): Twips {
  return paper.width - margins.left - margins.right;
}

/** A line that isn't exact is as high as its face wants, which for Chinese ones is about 1.3 times their size. */
export function lineHeight({ line, size }: Pick<Profile, 'line' | 'size'>): Twips {
  return line.rule === 'exact' ? line.pitch : Math.round((size * 10 * 1.3 * line.pitch) / 240);
}

/** The same for profiles that look the same, however the plan asked for them. */
export function profileKey(profile: Profile): string {
  return JSON.stringify({ ...profile, bold: [...profile.bold].sort() });
}
