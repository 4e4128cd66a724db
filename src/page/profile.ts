import type { Layout } from '../plan/layout.ts';

/** A length in twips, twentieths of a point. */
type Twips = number;

/** The faces of one document; names are those of Windows and WPS and are never replaced at writing. */
interface Fonts {
  title: string;
  /** Headings level by level; the last one serves all deeper levels. */
  headings: readonly string[];
  body: string;
  pageNumber: string;
  latin: string;
}

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
  fonts: Fonts;
  /** Levels (from 1) whose headings are bold. */
  bold: ReadonlySet<number>;
  numbered: boolean;
  /** A 信函 (10.1): its first page has no number, and its 版记 no rules. */
  letter: boolean;
}

/** 三号 and 二号 in half-points. */
const size3 = 32;
const size2 = 44;

/**
 * 10.1: 30 mm from the upper edge, 20 mm from the lower one; 4 mm below the mark, 7/8 of a character below the rule;
 * 20 mm from the sides, 170 mm wide.
 */
const letter = { page: 1701, end: 15704, rule: 2715, below: 116, side: 1134, width: 9638 };

const national: Omit<Profile, 'fonts' | 'bold' | 'numbered' | 'letter'> = {
  // GB/T 9704—2012 5.2.1: 天头 37 mm, 订口 28 mm, type area 156 × 225 mm; 7.5: number 7 mm below the type area.
  margins: { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1443 },
  // 5.2.3: 22 lines of 28 characters fill the type area; 28.95 pt is the largest pitch that does.
  line: { pitch: 579, rule: 'exact' },
  size: size3,
  spacing: -5,
  character: size3 * 10 - 5,
  charactersPerLine: 28,
  // 7.3.1: 二号 on a line of 22 + 16 × 7/8 pt.
  title: { size: size2, line: 720 },
  table: { size: 24, line: 400 },
  // 7.2.4: 35 mm; 初号, a size of the office's choice; 7.2.7: 4 mm below the characters, of which a line has 2.2 itself.
  // 10.2: 20 mm in a 命令.
  redHead: { top: 1984, orderTop: 1134, size: 84, line: 900, rule: 102, letter },
  small: 28,
  pageNumber: 'outer',
};

const profiles: Record<
  NonNullable<Layout['profile']>,
  Omit<Profile, 'fonts' | 'bold' | 'numbered' | 'letter'>
> = {
  gb9704: national,
  // GB/T 33476.2—2016 gives the same page in the coordinates of software: margins to the line box, 10.39 mm a line.
  gb33476: {
    ...national,
    margins: { ...national.margins, top: 1960, bottom: 1847 },
    line: { pitch: 589, rule: 'exact' },
    // 37.42 mm in these coordinates.
    redHead: { ...national.redHead, top: 2121, orderTop: 1271 },
  },
  plain: {
    margins: { top: 1440, bottom: 1440, left: 1797, right: 1797, footer: 992 },
    line: { pitch: 360, rule: 'auto' },
    size: 24,
    spacing: 0,
    character: 240,
    charactersPerLine: 34,
    title: { size: 36, line: 560 },
    table: { size: 21, line: 320 },
    redHead: { top: 1984, orderTop: 1134, size: 84, line: 900, rule: 102, letter },
    small: 21,
    pageNumber: 'centre',
  },
};

// GB/T 9704—2012 7.3.3: 一、 in 黑体, （一） in 楷体, the levels below in 仿宋.
const fonts: Record<NonNullable<Layout['fonts']>, Fonts> = {
  win: {
    title: '方正小标宋简体',
    headings: ['黑体', '楷体', '仿宋'],
    body: '仿宋',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
  gb2312: {
    title: '方正小标宋简体',
    headings: ['黑体', '楷体_GB2312', '仿宋_GB2312'],
    body: '仿宋_GB2312',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
  gbk: {
    title: '方正小标宋_GBK',
    headings: ['方正黑体_GBK', '方正楷体_GBK', '方正仿宋_GBK'],
    body: '方正仿宋_GBK',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
};
const songti: Fonts = {
  title: '宋体',
  headings: ['宋体'],
  body: '宋体',
  pageNumber: '宋体',
  latin: 'Times New Roman',
};

/** What a sample of an office looks like; lengths in twips, sizes in half-points. */
export interface Look {
  margins: Partial<Profile['margins']>;
  line: Profile['line'];
  size: number;
  spacing: Twips;
  title?: { size: number; line?: Twips };
  fonts: { body: string; headings: readonly (string | undefined)[]; title?: string; latin?: string };
  bold: readonly number[];
}

/** The profile with what was learned from a sample. */
function learned(profile: Profile, { margins, line, size, spacing, title, fonts, bold }: Look): Profile {
  const character = size * 10 + spacing;
  const sides = { ...profile.margins, ...margins };
  return {
    ...profile,
    margins: sides,
    line,
    size,
    spacing,
    character,
    charactersPerLine: Math.floor((paper.width - sides.left - sides.right - spacing) / character),
    // 7.3.1: a line of the title is as high as its size asks for, where the sample doesn't say.
    title: title ? { line: Math.round((title.size * 720) / 44), ...title } : profile.title,
    fonts: {
      ...profile.fonts,
      ...fonts,
      headings: fonts.headings.map(
        (font, level) => font ?? (level < 2 ? profile.fonts.headings[level] : fonts.body) ?? fonts.body,
      ),
    },
    bold: new Set(bold),
  };
}

/** The layout that a plan asks for; without a word it is the national standard, where no heading is bold. */
export function profile(layout: Layout = {}, look?: Look): Profile {
  const asked = askedFor(layout);
  return look ? learned(asked, look) : asked;
}

/** 7.2.4: the size of the mark is the office's choice; what stands below it moves with it. */
function sized(redHead: Profile['redHead'], points = 42): Profile['redHead'] {
  const { page, rule } = redHead.letter;
  // 4 mm (227 twips) between the characters of the mark and the rule of a letter.
  const characters = rule - page - 227;
  const grown = (length: Twips) => Math.round((length * points) / 42);
  return {
    ...redHead,
    size: points * 2,
    line: grown(redHead.line),
    letter: { ...redHead.letter, rule: page + 227 + grown(characters) },
  };
}

function askedFor(layout: Layout): Profile {
  const plain = layout.profile === 'plain';
  const base = profiles[layout.profile ?? 'gb9704'];
  return {
    ...base,
    redHead: sized(base.redHead, layout.redHead?.size),
    fonts: plain && layout.fonts === undefined ? songti : fonts[layout.fonts ?? 'win'],
    bold: new Set(layout.bold ?? (plain ? [1, 2] : [])),
    numbered: layout.pageNumber ?? true,
    letter: layout.redHead?.style === 'letter',
  };
}

/** A4, 210 × 297 mm (5.1). */
export const paper = { width: 11906, height: 16838 };

export function typeArea({ margins }: Profile): Twips {
  return paper.width - margins.left - margins.right;
}

/** The same for profiles that look the same, however the plan asked for them. */
export function profileKey(profile: Profile): string {
  return JSON.stringify({ ...profile, bold: [...profile.bold].sort() });
}
