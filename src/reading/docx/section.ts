import { child, type Element } from '../../package/tree.ts';
import { type Profile, paper } from '../../page/profile.ts';
import { largest } from '../../text/long-lists.ts';
import { PackageError } from './package.ts';

/** What the properties of a section say of its pages (ECMA-376 17.6). */
export interface Page {
  width?: number;
  margins: Partial<Profile['margins']>;
  /** The pitch of the lines that snap to the grid of the page. */
  pitch?: number;
}

const sides = ['top', 'bottom', 'left', 'right', 'footer'] as const;
/** The kinds of grid that lines snap to. */
const lines = /^(?:lines|linesAndChars|snapToChars)$/;

export function pageOf(section: Element | undefined): Page {
  const of = (name: string) => child(section, name)?.attributes ?? {};
  const [size, margin, grid] = [of('w:pgSz'), of('w:pgMar'), of('w:docGrid')];
  const margins: Page['margins'] = Object.assign(
    {},
    ...sides.map((side) => length(side, margin[`w:${side}`])),
  );
  const width = length('width', size['w:w']).width || paper.width;
  const height = length('height', size['w:h']).height || paper.height;
  const { pitch } = length('pitch', grid['w:linePitch']);
  const { left = 0, right = 0, top = 0, bottom = 0 } = margins;
  if (
    Math.max(width, height, largest(Object.values(margins))) > widest ||
    width - left - right < least ||
    height - top - bottom < least
  )
    throw new PackageError('纸张或页边距不对，纸上放不下字；在“页面设置”里改好。');
  return {
    ...length('width', size['w:w']),
    margins,
    ...(lines.test(grid['w:type'] ?? '') && (pitch ?? 0) >= 20 && { pitch }),
  };
}

/** Word takes paper of 22 inches; what its margins leave must hold some characters. Files made from PDFs say 0. */
const widest = 31_680;
const least = 2000;

/** Nothing where it is less than nothing, or said in another unit than twips. */
function length<Name extends string>(name: Name, value = ''): Partial<Record<Name, number>> {
  return /^\d+(?:\.\d*)?$/.test(value) ? ({ [name]: Math.trunc(Number(value)) } as Record<Name, number>) : {};
}
