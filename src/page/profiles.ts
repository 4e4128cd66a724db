import type { Layout } from '../plan/layout.ts';
import { fonts, songti } from './fonts.ts';
import { type Look, learned } from './look.ts';
import { type Profile, profileKey, type Twips } from './profile.ts';

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

/** The layout that a plan asks for; without a word it is the national standard, where no heading is bold. */
export function profile(layout: Layout = {}, look?: Look): Profile {
  const asked = askedFor(layout);
  const found = look ? learned(asked, look) : asked;
  const key = profileKey(found);
  const known = made.get(key) ?? found;
  made.set(key, known);
  return known;
}

/** One for all that look the same, so that what was reckoned by it is known by it. */
const made = new Map<string, Profile>();

function askedFor(layout: Layout): Profile {
  const plain = layout.profile === 'plain';
  const { none = false, style, start = 1 } = layout.pageNumber ?? {};
  const base = profiles[layout.profile ?? 'gb9704'];
  return {
    ...base,
    redHead: sized(base.redHead, layout.redHead?.size),
    fonts: plain && layout.fonts === undefined ? songti : fonts[layout.fonts ?? 'win'],
    bold: new Set(layout.bold ?? (plain ? [1, 2] : [])),
    numbered: !none,
    ...(style && { pageNumber: style }),
    ...(start > 1 && { firstPage: start }),
    letter: layout.redHead?.style === 'letter',
    ...(layout.grid && { cells: true }),
  };
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
