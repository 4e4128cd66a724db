import { type Profile, paper, type Twips } from '../../page/profile.ts';

/** Between two sheets of paper, in pixels. */
const gap = 30;

/** A length as browsers lay pages out for print: in whole pixels. */
const pixels = (length: Twips) => Math.floor(length / 15);

/** What the script of a page (paged.ts) needs: blanks and marks as Word sets them, and on the screen sheets of paper. */
export function screen(profile: Profile, number: string): string {
  const { margins, small } = profile;
  const upright = { width: paper.width, height: paper.height, ...margins };
  // Turned to the left, the page has its upper edge at the binding (GB/T 9704—2012 8).
  const turned = {
    width: paper.height,
    height: paper.width,
    top: margins.left,
    right: margins.top,
    bottom: margins.right,
    left: margins.bottom,
  };
  const size = ({ width, height, top, right, bottom, left }: typeof turned) =>
    `--width: ${pixels(width - left - right)}px; --height: ${pixels(height - top - bottom)}px; --wide: ${pixels(width)}px; --high: ${pixels(height)}px; --top: ${pixels(top)}px; --left: ${pixels(left)}px;`;
  const one = `${small / 2}pt`;
  // 7.5: 7 mm below the type area, as from the middle of the number.
  const below = `calc(${margins.bottom / 20}pt - 7mm - ${one} / 2)`;
  const side = profile.pageNumber === 'outer';
  const numbers = `.sheet::after { content: attr(data-number); position: absolute; bottom: ${below}; font: ${one}/1 ${number}; }
${
  side
    ? `.sheet.odd::after { right: calc(${margins.right / 20}pt + ${one}); }
.sheet.even::after { left: calc(${margins.left / 20}pt + ${one}); }`
    : '.sheet::after { left: 0; right: 0; text-align: center; }'
}
.landscape .sheet::after { right: auto; bottom: auto; left: ${below}; writing-mode: vertical-rl; }
${
  side
    ? `.landscape .sheet.odd::after { bottom: calc(${margins.right / 20}pt + ${one}); }
.landscape .sheet.even::after { top: calc(${margins.left / 20}pt + ${one}); }`
    : '.landscape .sheet::after { top: 0; bottom: 0; }'
}
.overleaf .sheet::after { content: none; }
`;
  // 10.1: the first page of a letter has a double rule 20 mm above its lower edge, and no number.
  const letter = `.pages:first-child .sheet:first-child::after { content: ""; right: auto; left: 20mm; bottom: 20mm; width: 170mm; box-sizing: border-box; height: 4pt; border-top: .75pt solid #f00; border-bottom: 2.25pt solid #f00; }
`;
  return `.gap::before, .hang::after { content: " "; font-size: 0; line-height: 0; letter-spacing: 0; word-spacing: calc(var(--character) * .22); }
.hang { margin-inline-start: calc(-1 * var(--character)); position: relative; left: var(--character); }
.hang::after { word-spacing: var(--character); }
.unbroken { white-space: nowrap; }
@media print { .sheet { display: none; } }
@media screen {
.paged { ${size(upright)} width: max-content; min-width: 0; padding: 0; background: none; box-shadow: none; }
.paged .landscape { ${size(turned)} }
.pages { position: relative; width: var(--wide); margin: 0 auto ${gap}px; padding-top: var(--top); padding-bottom: calc(var(--high) - var(--top) - var(--height)); }
.pages.overleaf { padding-top: calc(var(--top) + var(--blank) * (var(--high) + ${gap}px)); }
.sheet { position: absolute; top: calc(var(--at) * (var(--high) + ${gap}px)); left: 0; width: var(--wide); height: var(--high); background: #fff; box-shadow: 0 0 4mm #bbb; }
.flow { position: relative; margin-left: var(--left); width: var(--width); column-width: var(--width); column-gap: calc(var(--wide) - var(--width) + ${gap}px); row-gap: calc(var(--high) - var(--height) + ${gap}px); column-fill: auto; column-wrap: wrap; column-height: var(--height); }
.flow > section { width: auto; }
.flow .newPage { break-before: column; }
.feet { padding-top: var(--down, 0); }
.paged .foot.first { margin-top: 0; }
@supports not (column-wrap: wrap) { .flow { height: var(--height); } .sheet { top: 0; left: calc(var(--at) * (var(--wide) + ${gap}px)); } }
${profile.numbered ? numbers : ''}${profile.letter ? letter : ''}}
`;
}
