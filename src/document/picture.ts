import { simplified } from '../text/script.ts';

/** A picture as it lies in its file; its natural size is in twips. */
export interface Picture {
  type: 'png' | 'jpeg';
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** A plan's pictures by their names, or why one can't be printed; undefined for a name that isn't known yet. */
export type Album = (file: string, filled?: boolean) => Picture | string | undefined;

/** How wide a picture is to be: a length in twips, or a share of the type area in per cent. */
export type PictureWidth = { twips: number } | { share: number };

/** What is printed behind a signature, by its name in the plan. */
export interface SealPicture {
  file: string;
  width?: PictureWidth;
  picture?: Picture;
}

const units = { 厘米: 567, cm: 567, 毫米: 56.7, mm: 56.7 };

/** Reads 12厘米, 120mm or 80%; a number alone is in centimetres. */
export function pictureWidth(text: string): PictureWidth | undefined {
  const [, digits, unit = '厘米'] =
    /^(\d+(?:\.\d+)?)(厘米|毫米|cm|mm|%|％)?$/i.exec(simplified(text).replace(/\s/g, '')) ?? [];
  if (digits === undefined) return undefined;
  if (/[%％]/.test(unit)) return { share: Number(digits) };
  return { twips: Math.round(Number(digits) * (units[unit.toLowerCase() as keyof typeof units] ?? 0)) };
}
