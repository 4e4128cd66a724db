import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { Profile } from '../../page/profile.ts';
import type { NativeNumbering } from '../format.ts';
import { face } from './face.ts';
import { headingLevel } from './heading-styles.ts';

const wordFormats = {
  han: LevelFormat.CHINESE_COUNTING_THOUSAND,
  arabic: LevelFormat.DECIMAL,
  circled: LevelFormat.DECIMAL_ENCLOSED_CIRCLE,
};

/** The levels of Word's own numbering, each that of a heading style. */
export function wordNumbering(profile: Profile, { levels }: NativeNumbering): INumberingOptions {
  const { headings, body, latin } = profile.fonts;
  return {
    config: [
      {
        reference: 'levels',
        // A level that prints no number counts all the same, so that those below it begin again under it.
        levels: levels.map((form, index) => ({
          level: index,
          format: form === null ? LevelFormat.NONE : wordFormats[form.numeral],
          text: form === null ? '' : `${form.before}%${index + 1}${form.after}`,
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.NOTHING,
          style: {
            style: headingLevel(index + 1),
            run: {
              font: face(headings[Math.min(index + 1, headings.length) - 1] ?? body, latin),
              ...(profile.bold.has(index + 1) && { bold: true }),
            },
            paragraph: { indent: { left: 0, firstLine: 2 * profile.character } },
          },
        })),
      },
    ],
  };
}

/**
 * The numbering as one list of several levels. docx calls every list one of unlike levels that aren't used yet, puts
 * bullets in front, and has no word for a level that counts on under a new parent (ECMA-376 17.9.10).
 */
export function multilevel(xml: string, { continuous }: NativeNumbering): string {
  return xml
    .replace(/<w:abstractNum w:abstractNumId="1" .*?<\/w:abstractNum>/s, '')
    .replace(/<w:num w:numId="1">.*?<\/w:num>/s, '')
    .replaceAll('"hybridMultilevel"', '"multilevel"')
    .replaceAll(' w:tentative="1"', '')
    .replace(/<w:lvl w:ilvl="(\d)"><w:start [^>]*\/><w:numFmt [^>]*\/>/g, (open, level: string) =>
      continuous.has(Number(level) + 1) ? `${open}<w:lvlRestart w:val="0"/>` : open,
    );
}

/** The heading styles with the levels of the first list, so that whoever sets a heading in Word sees it numbered. */
export function numberedHeadings(styles: string, { levels }: NativeNumbering, list: string): string {
  return styles.replace(
    /(<w:style [^>]*w:styleId="Heading(\d)".*?<w:pPr><w:keepNext\/>)/gs,
    (open, _, level: string) =>
      Number(level) > levels.length
        ? open
        : `${open}<w:numPr><w:ilvl w:val="${Number(level) - 1}"/><w:numId w:val="${list}"/></w:numPr>`,
  );
}
