import { lineHeight, type Profile, paper } from '../../page/profile.ts';
import { faces, latinFace } from './faces.ts';
import { screen } from './screen.ts';

/**
 * 10.1: the first page of a letter begins 30 mm below the edge of the paper and has a double rule 20 mm above the lower
 * one, and no number. Browsers print nothing beside the page area, so all pages are as wide as the rules.
 */
function letterPages({ margins, redHead }: Profile): string {
  const side = (margin: number) => `${(margin - redHead.letter.side) / 20}pt`;
  const rules =
    'border-top: .75pt solid #f00; border-bottom: 2.25pt solid #f00; height: 1pt; margin-top: 15mm;';
  return `@page { margin-left: 20mm; margin-right: 20mm; @bottom-left { margin-left: ${side(margins.left)}; } @bottom-right { margin-right: ${side(margins.right)}; } }
@page :first { margin-top: ${redHead.letter.page / 20}pt; @bottom-left { content: none; } @bottom-right { content: none; } @bottom-center { content: ""; box-sizing: content-box; vertical-align: top; ${rules} width: 170mm; } }
@media print { body main { padding: 0 ${side(margins.right)} 0 ${side(margins.left)}; } body .letter { margin-top: 0; } }
`;
}

/** The style sheet of a profile: lengths in points, on A4 (GB/T 9704—2012 5.1) with the margins of the Word file. */
export function sheet(profile: Profile): string {
  const { fonts, margins } = profile;
  const pt = (twips: number) => `${twips / 20}pt`;
  const size = (halfPoints: number) => `${halfPoints / 2}pt`;
  const character = pt(profile.character);
  // Where it isn't exact, of other sizes as many times their own, as in Word.
  const line =
    profile.line.rule === 'exact'
      ? pt(profile.line.pitch)
      : String(lineHeight(profile) / (profile.size * 10));
  const small = size(profile.small);
  // “1.” and “10.” in the Latin face: a digit half a character wide, a stop a quarter.
  const [ones, tens] = [1, 2].map((digits) =>
    pt(profile.size * 5 * (digits + 0.5) + profile.spacing * (digits + 1)),
  );
  // Marks hang into the margin, beside which browsers print nothing.
  const hang = profile.character;
  const { body, title, number: numberFace, levels } = faces(fonts);
  const [hei, kai] = levels;
  const number = (side: 'left' | 'right' | 'center') =>
    `@bottom-${side} { content: "— " counter(page) " —"; font: ${small}/1 ${numberFace}; vertical-align: top; padding-top: calc(7mm - ${small} / 2); ${side === 'left' ? '' : `margin-right: ${pt(hang)};`} ${side === 'center' ? '' : `padding-${side}: ${small};`} }`;
  // GB/T 9704—2012 8: on pages that lie across at the left edge, turned, as on the others.
  const turned = (end: 'top' | 'middle' | 'bottom', side: 'left' | 'right' | 'center') =>
    `@bottom-${side} { content: none; } @left-${end} { content: "— " counter(page) " —"; font: ${small}/1 ${numberFace}; writing-mode: vertical-rl; padding-right: calc(7mm - ${small} / 2); vertical-align: top; text-align: ${end === 'middle' ? 'center' : end === 'top' ? 'start' : 'end'}; ${end === 'middle' ? '' : `padding-${end}: ${small};`} }`;
  // The first page of a text is a right one, whatever its number.
  const [odd, even] = (profile.firstPage ?? 1) % 2 === 1 ? ['right', 'left'] : ['left', 'right'];
  const numbers =
    profile.pageNumber === 'outer'
      ? `@page :${odd} { ${number('right')} }\n@page :${even} { ${number('left')} }\n@page landscape:${odd} { ${turned('bottom', 'right')} }\n@page landscape:${even} { ${turned('top', 'left')} }`
      : `@page { ${number('center')} }\n@page landscape { ${turned('middle', 'center')} }`;
  return `${latinFace(fonts)}@page { size: A4; margin: ${pt(margins.top)} ${pt(margins.right - hang)} ${pt(margins.bottom)} ${pt(margins.left)}; }
@page overleaf { @bottom-left { content: none; } @bottom-right { content: none; } @bottom-center { content: none; } }
@page landscape { size: A4 landscape; margin: ${pt(margins.left)} ${pt(margins.top - hang)} ${pt(margins.right)} ${pt(margins.bottom)}; }
${profile.numbered ? `${numbers}\n` : ''}${profile.firstPage ? `html { counter-reset: page ${profile.firstPage - 1}; }\n` : ''}body { margin: 0; background: #eee; color: #000; font: ${size(profile.size)}/${line} ${body}; letter-spacing: ${pt(profile.spacing)}; --character: ${character}; text-autospace: no-autospace; text-spacing-trim: space-all; line-break: strict; overflow-wrap: anywhere; }
main { box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: ${pt(margins.top)} ${pt(margins.right)} ${pt(margins.bottom)} ${pt(margins.left)}; background: #fff; box-shadow: 0 0 4mm #bbb; }
p, h1, h2, h3, h4, h5, h6 { margin: 0; font-size: inherit; font-weight: normal; text-align: justify; text-indent: calc(2 * ${character}); }
h2, h3, h4, h5, h6 { break-after: avoid; }
${[1, 2, 3, 4, 5].map((level) => `.level${level} { font-family: ${levels[Math.min(level, levels.length) - 1]};${profile.bold.has(level) ? ' font-weight: bold;' : ''} }`).join('\n')}
h1 { font: ${size(profile.title.size)}/${pt(profile.title.line)} ${title}; letter-spacing: 0; --character: ${size(profile.title.size)}; text-align: center; text-indent: 0; break-after: avoid; }
.blank, .room, .redRule { height: ${pt(lineHeight(profile))}; break-inside: avoid; }
.newPage { break-before: page; }
.subtitle { font-family: ${kai}; text-align: center; text-indent: 0; }
.docNumber { text-align: center; text-indent: 0; }
.recipients, .copyNumber { text-indent: 0; }
.secrecy, .urgency, .attachmentLabel { font-family: ${hei}; text-indent: 0; }
.signatory { text-align: right; padding-right: ${character}; }
.roster { padding-left: calc(6 * ${character}); text-indent: calc(-4 * ${character}); }
.attachmentNote, .attendance { padding-left: calc(5 * ${character}); text-indent: calc(-3 * ${character}); }
.attachmentNoteFirst { padding-left: calc(5 * ${character} + ${ones}); text-indent: calc(-3 * ${character} - ${ones}); }
.attachmentNoteNext { padding-left: calc(5 * ${character} + ${ones}); text-indent: calc(-1 * ${ones}); }
.attachmentNoteTens { padding-left: calc(5 * ${character} + ${tens}); text-indent: calc(-1 * ${tens}); }
.attendance span { font-family: ${hei}; }
.feet, .whole { break-inside: avoid; }
.signatures { break-inside: avoid; break-before: avoid; }
.kept { break-after: avoid; }
.signature { text-indent: 0; white-space: pre; }
.mark { display: flex; justify-content: center; align-items: center; gap: .5em; color: #f00; font-family: ${title}; letter-spacing: 0; white-space: nowrap; }
.mark div div { text-align: justify; text-align-last: justify; }
.mark div:only-child span { text-align-last: center; }
.mark.preprinted { visibility: hidden; }
.letter { box-sizing: border-box; position: relative; height: ${pt(profile.redHead.letter.rule - profile.redHead.letter.page + 62)}; margin: ${pt(profile.redHead.letter.page - margins.top)} ${pt(profile.redHead.letter.side - margins.right)} ${pt(profile.redHead.letter.below)} ${pt(profile.redHead.letter.side - margins.left)}; border-bottom: .75pt solid #f00; print-color-adjust: exact; }
.letter::after { content: ""; position: absolute; left: 0; right: 0; bottom: 1pt; border-bottom: 2.25pt solid #f00; }
.letter .mark { margin-top: -.1em; }
.letter.preprinted, .letter.preprinted::after { visibility: hidden; }
.letterLine { display: flex; justify-content: space-between; text-indent: 0; }
.numberLine { display: flex; justify-content: space-between; padding: 0 ${character}; text-indent: 0; }
.redRule, .room { height: ${pt(profile.redHead.rule)}; }
.redRule { border-bottom: 1.5pt solid #f00; print-color-adjust: exact; }
.tableNote { font-size: ${size(profile.table.size)}; line-height: ${pt(profile.table.line)}; letter-spacing: 0; --character: ${size(profile.table.size)}; text-indent: 0; }
.landscape { page: landscape; width: ${pt(paper.height - margins.top - margins.bottom)}; }
.overleaf { page: overleaf; break-before: left; }
.tableTitle { font-family: ${hei}; text-align: center; text-indent: 0; break-after: avoid; }
.contentsTitle { font: ${size(profile.title.size)}/${pt(profile.title.line)} ${title}; letter-spacing: 0; text-align: center; text-indent: 0; }
nav a { color: inherit; text-decoration: none; }
${[1, 2, 3, 4, 5].map((level) => `.toc${level} { padding-left: calc(${level - 1} * ${character}); text-indent: 0; }`).join('\n')}
.picture { text-align: center; text-indent: 0; line-height: 0; }
.caption { text-align: center; text-indent: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${size(profile.table.size)}; line-height: ${pt(profile.table.line)}; letter-spacing: 0; --character: ${size(profile.table.size)}; }
th, td { border: .5pt solid #000; padding: 0 5pt; font-weight: normal; vertical-align: middle; }
th { font-family: ${hei}; text-align: center; }
td.short { text-align: center; }
tr, thead, tr:has(> [rowspan]) > :not([rowspan]) { break-inside: avoid; }
tr:has(> [rowspan]) { break-inside: auto; }
.foot { font-size: ${small}; letter-spacing: 0; --character: ${small}; padding: 0 ${small}; break-inside: avoid; }
.cc { padding-left: calc(4 * ${small}); text-indent: calc(-3 * ${small}); }
.imprint { display: flex; justify-content: space-between; align-items: flex-end; text-indent: 0; }
${profile.letter ? '.foot.first, .foot.inner, .foot.last { border: 0 !important; }\n' : ''}.foot.first { border-top: .35mm solid #000; margin-top: ${pt(lineHeight(profile))}; }
.foot.inner { border-top: .25mm solid #000; }
.foot.last { border-bottom: .35mm solid #000; }
${screen(profile, numberFace)}@media print { body { background: none; } main { width: auto; min-height: 0; margin: 0; padding: 0 ${pt(hang)} 0 0; box-shadow: none; } }
${profile.letter ? letterPages(profile) : ''}`;
}
