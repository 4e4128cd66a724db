import type { Inline, RedHead } from '../../document/block.ts';
import type { Mark } from '../../page/mark.ts';
import { type Profile, typeArea } from '../../page/profile.ts';
import type { HeadLayout } from '../../page/red-head.ts';
import { scaleSlot } from './slots.ts';
import { type Stamp, stamped } from './stamp.ts';
import type { Stamps } from './stamps.ts';

export type LaidOutHead = RedHead & { layout: HeadLayout };

export const named = ({ paragraphs }: Stamps, name: string): Stamp => paragraphs.get(name) as Stamp;

export function markHeight({ layout: { mark } }: LaidOutHead): number {
  return Math.max(1, mark.names.length) * mark.line;
}

/** 7.2.4: centred; of several issuers the names stand above each other, as wide as the longest, and 文件 to the right of their middle. */
export function mark({ word, layout }: LaidOutHead, stamps: Stamps): string {
  const { names, width, beside } = layout.mark;
  const sized = (name: string, text: Inline[]) =>
    stamped(markStamp(named(stamps, name), layout.mark, stamps.profile), text);
  if (beside === 0) return names.map((text) => sized('mark', text)).join('');
  // A point more than the longest name, which would be broken if widths are rounded up.
  const left = Math.min(typeArea(stamps.profile) - beside, width + 20);
  const cell = (wide: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  const spread = names.map((text) => sized('markSpread', text)).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${left + beside}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${beside}"/></w:tblGrid><w:tr>${cell(left, spread)}${cell(beside, sized('markWord', word))}</w:tr></w:tbl>`;
}

/**
 * The style has the size of the layout, a smaller mark says its own. The text itself isn't looked at: an issuer may have
 * the number of the slot in its name.
 */
function markStamp(stamp: Stamp, { scale, size, line }: Mark, { redHead }: Profile): Stamp {
  const usual = size === redHead.size;
  const around = ([before, after]: Stamp['plain']): Stamp['plain'] => [
    before.replace(
      `<w:w w:val="${scaleSlot}"/>`,
      `<w:w w:val="${scale}"/>${usual ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`}`,
    ),
    after,
  ];
  const open = usual
    ? stamp.open
    : stamp.open.replace(/<w:pStyle [^>]*\/>/, `$&<w:spacing w:line="${line}" w:lineRule="exact"/>`);
  return { ...stamp, open, plain: around(stamp.plain), bold: around(stamp.bold) };
}
