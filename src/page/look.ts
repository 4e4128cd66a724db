import { type Profile, paper, type Twips } from './profile.ts';

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
export function learned(
  profile: Profile,
  { margins, line, size, spacing, title, fonts, bold }: Look,
): Profile {
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
