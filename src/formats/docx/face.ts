import type { IRunStylePropertiesOptions } from 'docx';
import type { Profile } from '../../page/profile.ts';

/** All four slots are set, so no face falls to the theme; the hint takes “ ” … — into the Chinese face. */
export function face(eastAsia: string, latin: string) {
  return { ascii: latin, hAnsi: eastAsia, eastAsia, cs: latin, hint: 'eastAsia' };
}

/** The whole look of a text in a face, black and of the size of the body (5.2.2, 5.2.4). */
export function faced(
  { fonts, size, spacing }: Profile,
  font: string,
  more: IRunStylePropertiesOptions = {},
): IRunStylePropertiesOptions {
  return {
    font: face(font, fonts.latin),
    size,
    sizeComplexScript: size,
    color: '000000',
    characterSpacing: spacing,
    ...more,
  };
}
