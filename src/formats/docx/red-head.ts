import type { Inline } from '../../document/block.ts';
import { lineHeight } from '../../page/profile.ts';
import { type LaidOutHead, mark, markHeight, named } from './red-mark.ts';
import { heightSlot, tabSlot } from './slots.ts';
import { stamped } from './stamp.ts';
import type { Stamps } from './stamps.ts';

/**
 * 版头 (GB/T 9704—2012 7.2): the mark with its upper edge 35 mm below the top of the type area, whatever stands above
 * it; two lines below it the 发文字号, 4 mm below that the red rule, and two blank lines down to the title (7.3.1). In a
 * 命令 the mark stands 20 mm below the top, and the text two blank lines below its number (10.2).
 */
export function redHead(block: LaidOutHead, stamps: Stamps): string {
  if (block.form === 'letter') return letterHead(block, stamps);
  const { profile, blank } = stamps;
  const { top, copyNumber } = block.layout;
  const front = block.front.map((text, index) =>
    stamped(named(stamps, copyNumber && index === 0 ? 'copyNumber' : 'secrecy'), text),
  );
  return [
    ...front,
    space(stamps, top - front.length * lineHeight(profile)),
    block.preprinted ? space(stamps, markHeight(block)) : mark(block, stamps),
    blank,
    blank,
    ...numberLines(block, stamps),
    block.form === 'order'
      ? ''
      : block.preprinted
        ? space(stamps, profile.redHead.rule)
        : named(stamps, 'redRule').open,
    blank,
    blank,
  ].join('');
}

/**
 * 信函 (10.1): the mark begins 30 mm below the edge of the paper, a red double rule of 170 mm 4 mm below it and another
 * 20 mm above the lower edge. Below the first rule the 份号 and its like stand left and the 发文字号 right.
 */
function letterHead(block: LaidOutHead, stamps: Stamps): string {
  const { blank, profile } = stamps;
  const [first = [], ...others] = block.front;
  const { page, below, end, width } = profile.redHead.letter;
  const {
    rule,
    mark: { line },
  } = block.layout;
  return [
    framed(block.preprinted ? space(stamps, line) : mark(block, stamps), page, width),
    space(stamps, rule - page - line),
    ...(block.preprinted
      ? [space(stamps, 85)]
      : [named(stamps, 'letterRule').open, framed(named(stamps, 'letterEnd').open, end, width)]),
    space(stamps, below),
    stamped(
      named(stamps, block.layout.copyNumber ? 'letterNumber' : 'letterSecrecy'),
      [...first, { text: '\t', bold: false }],
      block.number,
    ),
    ...others.map((text) => stamped(named(stamps, 'secrecy'), text)),
    blank,
    blank,
  ].join('');
}

/** Paragraphs in a frame in the middle of the paper, so many twips below its upper edge (ECMA-376 17.3.1.11). */
function framed(paragraphs: string, top: number, width: number): string {
  const frame = `<w:framePr w:w="${width}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:xAlign="center" w:y="${top}"/>`;
  return paragraphs.replace(/<w:pPr><w:pStyle [^>]*\/>/g, `$&${frame}`);
}

function space(stamps: Stamps, height: number): string {
  return named(stamps, 'space').open.replace(String(heightSlot), String(Math.max(20, Math.round(height))));
}

/**
 * 7.2.5, 7.2.6: the number is centred; in a document with 签发人 it stands one character in, on the line of the last of
 * them, who stand two a line, one character from the right.
 */
function numberLines({ number, layout }: LaidOutHead, stamps: Stamps): string[] {
  const { lines, start } = layout.signatories;
  if (lines.length === 0) return [stamped(named(stamps, 'docNumber'), number)];
  return lines.map(({ label, names }, index) => {
    const shown: Inline[] = [
      { text: '　', bold: false },
      ...(index === lines.length - 1 ? number : []),
      { text: `\t${label}`, bold: false },
    ];
    return stamped(named(stamps, 'numberLine'), shown, [names]).replace(
      String(tabSlot),
      String(Math.max(0, Math.round(start * stamps.profile.character))),
    );
  });
}
