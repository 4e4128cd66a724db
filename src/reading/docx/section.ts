import { child, type Element } from '../../package/tree.ts';
import type { Profile } from '../../page/profile.ts';

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
  return {
    ...length('width', size['w:w']),
    margins: Object.assign({}, ...sides.map((side) => length(side, margin[`w:${side}`]))),
    ...(lines.test(grid['w:type'] ?? '') && length('pitch', grid['w:linePitch'])),
  };
}

/** Nothing where it is less than nothing, or said in another unit than twips. */
function length<Name extends string>(name: Name, value = ''): Partial<Record<Name, number>> {
  return /^\d+(?:\.\d*)?$/.test(value) ? ({ [name]: Math.trunc(Number(value)) } as Record<Name, number>) : {};
}
