import {
  AlignmentType,
  HeadingLevel,
  type ICharacterStyleOptions,
  type IParagraphStylePropertiesOptions,
} from 'docx';
import type { Profile } from '../../page/profile.ts';
import { faced } from './face.ts';

/** As many levels as numbers have (7.3.3, and ①). */
const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];
export const deepest = headingLevels.length;

/** Word's own style of the headings of a level. */
export function headingLevel(level: number) {
  return headingLevels[level - 1] as (typeof headingLevels)[number];
}

/** The style of the words of a heading that stand at the head of its paragraph. */
export function headingWords(level: number): string {
  return `Heading${level}Char`;
}

function look(profile: Profile, level: number) {
  const { headings, body } = profile.fonts;
  const bold = profile.bold.has(level) && { bold: true, boldComplexScript: true };
  return faced(profile, headings[Math.min(level, headings.length) - 1] ?? body, { ...bold });
}

/** A heading as a paragraph of its own. */
export function heading(profile: Profile, level: number, paragraph: IParagraphStylePropertiesOptions) {
  return {
    run: look(profile, level),
    paragraph: {
      ...paragraph,
      alignment: AlignmentType.BOTH,
      outlineLevel: level - 1,
      // No heading stands alone at the foot of a page.
      keepNext: true,
    },
    next: 'Body',
    link: headingWords(level),
    uiPriority: 9,
  };
}

/**
 * The same for some words of a paragraph: Word's own way to say that these alone are the heading. A paragraph that is
 * one with its text would be in the navigation pane with all of it.
 */
export function wordsOfHeadings(profile: Profile): ICharacterStyleOptions[] {
  return headingLevels.map((id, index) => ({
    id: headingWords(index + 1),
    name: `heading ${index + 1} Char`,
    basedOn: 'DefaultParagraphFont',
    link: id,
    uiPriority: 9,
    run: look(profile, index + 1),
  }));
}
