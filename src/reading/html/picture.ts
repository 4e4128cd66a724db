import { fromBase64 } from '../../package/bytes.ts';
import type { PrintedPicture } from '../printed.ts';
import type { Attributes } from './lists.ts';

/** A picture that stands in the page itself. */
export function pictureIn(
  { src = '', alt = '', style = '', width = '' }: Attributes,
  number: number,
  source: number,
): PrintedPicture | undefined {
  const [, kind = '', data = ''] = /^data:image\/(\w{1,20})[^,]{0,200};base64,(.*)$/s.exec(src.trim()) ?? [];
  if (data === '') return undefined;
  const name = `image${number}.${kind === 'jpeg' ? 'jpg' : kind}`;
  const wide = twipsOf(/(?:^|;)\s*width:\s*([\d.]+(?:pt|px|mm|cm))/.exec(style)?.[1] ?? `${width}px`);
  return {
    kind: 'picture',
    source,
    name,
    bytes: fromBase64(data),
    ...(alt && { alt }),
    ...(wide && { width: wide }),
  };
}

const units = { pt: 20, px: 15, mm: 56.7, cm: 567 };

function twipsOf(length: string): number {
  const [, digits = '', unit = 'px'] = /^([\d.]+)(pt|px|mm|cm)$/.exec(length) ?? [];
  return Math.round(Number(digits) * units[unit as keyof typeof units]) || 0;
}
