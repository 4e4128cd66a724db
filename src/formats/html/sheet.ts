import { type Profile, paper } from '../../page/profile.ts';

/** Faces of systems that don't have the named ones, so that a page is readable everywhere. */
const others = {
  body: 'FangSong, STFangsong, "Noto Serif CJK SC", serif',
  kai: 'KaiTi, STKaiti, "Noto Serif CJK SC", serif',
  hei: 'SimHei, STHeiti, "Noto Sans CJK SC", sans-serif',
  song: 'SimSun, STSong, "Noto Serif CJK SC", serif',
};

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

/** Names of faces may come from a sample: what could end the string or the sheet is written by its number. */
function quoted(name: string): string {
  return name.replace(
    /[^\p{L}\p{M}\p{N} ._()（）-]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
}

/** The style sheet of a profile: lengths in points, on A4 (GB/T 9704—2012 5.1) with the margins of the Word file. */
export function sheet(profile: Profile): string {
  const { fonts, margins } = profile;
  const pt = (twips: number) => `${twips / 20}pt`;
  const size = (halfPoints: number) => `${halfPoints / 2}pt`;
  const character = pt(profile.character);
  const line = profile.line.rule === 'exact' ? pt(profile.line.pitch) : String(profile.line.pitch / 240);
  const small = size(profile.small);
  const face = (name: string, other: string) => `"${quoted(name)}", ${other}`;
  const [hei = fonts.body, kai = hei, fang = kai] = fonts.headings;
  const levels = [face(hei, others.hei), face(kai, others.kai), face(fang, others.body)];
  const number = (side: 'left' | 'right' | 'center') =>
    `@bottom-${side} { content: "— " counter(page) " —"; font: ${small}/1 ${face(fonts.pageNumber, others.song)}; vertical-align: top; padding-top: calc(7mm - ${small} / 2); ${side === 'center' ? '' : `padding-${side}: ${small};`} }`;
  // GB/T 9704—2012 8: on pages that lie across at the left edge, turned, as on the others.
  const turned = (end: 'top' | 'middle' | 'bottom', side: 'left' | 'right' | 'center') =>
    `@bottom-${side} { content: none; } @left-${end} { content: "— " counter(page) " —"; font: ${small}/1 ${face(fonts.pageNumber, others.song)}; writing-mode: vertical-rl; padding-right: calc(7mm - ${small} / 2); vertical-align: top; text-align: ${end === 'middle' ? 'center' : end === 'top' ? 'start' : 'end'}; ${end === 'middle' ? '' : `padding-${end}: ${small};`} }`;
  // The first page of a text is a right one, whatever its number.
  const [odd, even] = (profile.firstPage ?? 1) % 2 === 1 ? ['right', 'left'] : ['left', 'right'];
  const numbers =
    profile.pageNumber === 'outer'
      ? `@page :${odd} { ${number('right')} }\n@page :${even} { ${number('left')} }\n@page landscape:${odd} { ${turned('bottom', 'right')} }\n@page landscape:${even} { ${turned('top', 'left')} }`
      : `@page { ${number('center')} }\n@page landscape { ${turned('middle', 'center')} }`;
  return `@page { size: A4; margin: ${pt(margins.top)} ${pt(margins.right)} ${pt(margins.bottom)} ${pt(margins.left)}; }
@page overleaf { @bottom-left { content: none; } @bottom-right { content: none; } @bottom-center { content: none; } }
@page landscape { size: A4 landscape; margin: ${pt(margins.left)} ${pt(margins.top)} ${pt(margins.right)} ${pt(margins.bottom)}; }
${profile.numbered ? `${numbers}\n` : ''}${profile.firstPage ? `html { counter-reset: page ${profile.firstPage - 1}; }\n` : ''}body { margin: 0; background: #eee; color: #000; font: ${size(profile.size)}/${line} ${face(fonts.body, others.body)}; letter-spacing: ${pt(profile.spacing)}; text-autospace: no-autospace; text-spacing-trim: space-all; line-break: strict; overflow-wrap: anywhere; }
main { box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: ${pt(margins.top)} ${pt(margins.right)} ${pt(margins.bottom)} ${pt(margins.left)}; background: #fff; box-shadow: 0 0 4mm #bbb; }
p, h1, h2, h3, h4, h5, h6 { margin: 0; font-size: inherit; font-weight: normal; text-align: justify; text-indent: calc(2 * ${character}); }
h2, h3, h4, h5, h6 { break-after: avoid; }
${[1, 2, 3, 4, 5].map((level) => `.level${level} { font-family: ${levels[Math.min(level, levels.length) - 1]};${profile.bold.has(level) ? ' font-weight: bold;' : ''} }`).join('\n')}
h1 { font: ${size(profile.title.size)}/${pt(profile.title.line)} ${face(fonts.title, others.song)}; letter-spacing: 0; text-align: center; text-indent: 0; break-after: avoid; }
.blank, .room, .redRule { height: ${profile.line.rule === 'exact' ? pt(profile.line.pitch) : '1lh'}; break-inside: avoid; }
.newPage { break-before: page; }
.subtitle { font-family: ${face(kai, others.kai)}; text-align: center; text-indent: 0; }
.docNumber { text-align: center; text-indent: 0; }
.recipients, .copyNumber { text-indent: 0; }
.secrecy, .urgency, .attachmentLabel { font-family: ${face(hei, others.hei)}; text-indent: 0; }
.signatory { text-align: right; padding-right: ${character}; }
.roster { padding-left: calc(6 * ${character}); text-indent: calc(-4 * ${character}); }
.attachmentNote, .attendance { padding-left: calc(5 * ${character}); text-indent: calc(-3 * ${character}); }
.attachmentNoteFirst { padding-left: calc(6 * ${character}); text-indent: calc(-4 * ${character}); }
.attachmentNoteNext { padding-left: calc(6 * ${character}); text-indent: calc(-1 * ${character}); }
.attendance span { font-family: ${face(hei, others.hei)}; }
.signatures { break-inside: avoid; break-before: avoid; }
.kept { break-after: avoid; }
.signature { text-indent: 0; white-space: nowrap; }
.mark { display: flex; justify-content: center; align-items: center; gap: .5em; color: #f00; font-family: ${face(fonts.title, others.song)}; line-height: ${pt(profile.redHead.line)}; letter-spacing: 0; white-space: nowrap; }
.mark div div { text-align: justify; text-align-last: justify; }
.mark.preprinted { visibility: hidden; }
.letter { box-sizing: border-box; position: relative; height: ${pt(profile.redHead.letter.rule - profile.redHead.letter.page + 62)}; margin: ${pt(profile.redHead.letter.page - margins.top)} ${pt(profile.redHead.letter.side - margins.right)} ${pt(profile.redHead.letter.below)} ${pt(profile.redHead.letter.side - margins.left)}; border-bottom: .75pt solid #f00; print-color-adjust: exact; }
.letter::after { content: ""; position: absolute; left: 0; right: 0; bottom: 1pt; border-bottom: 2.25pt solid #f00; }
.letter .mark { margin-top: -.1em; }
.letter.preprinted, .letter.preprinted::after { visibility: hidden; }
.letterLine { display: flex; justify-content: space-between; text-indent: 0; }
.numberLine { display: flex; justify-content: space-between; padding: 0 ${character}; text-indent: 0; }
.redRule, .room { height: ${pt(profile.redHead.rule)}; }
.redRule { border-bottom: 1.5pt solid #f00; print-color-adjust: exact; }
.tableNote { font-size: ${size(profile.table.size)}; line-height: ${pt(profile.table.line)}; letter-spacing: 0; text-indent: 0; }
.landscape { page: landscape; width: ${pt(paper.height - margins.top - margins.bottom)}; }
.overleaf { page: overleaf; break-before: left; }
.tableTitle { font-family: ${face(hei, others.hei)}; text-align: center; text-indent: 0; break-after: avoid; }
.contentsTitle { font: ${size(profile.title.size)}/${pt(profile.title.line)} ${face(fonts.title, others.song)}; letter-spacing: 0; text-align: center; text-indent: 0; }
nav a { color: inherit; text-decoration: none; }
${[1, 2, 3, 4, 5].map((level) => `.toc${level} { padding-left: calc(${level - 1} * ${character}); text-indent: 0; }`).join('\n')}
.picture { text-align: center; text-indent: 0; line-height: 0; }
.caption { text-align: center; text-indent: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${size(profile.table.size)}; line-height: ${pt(profile.table.line)}; letter-spacing: 0; }
th, td { border: .5pt solid #000; padding: 0 5.4pt; font-weight: normal; vertical-align: middle; }
th { font-family: ${face(hei, others.hei)}; text-align: center; }
td.short { text-align: center; }
tr { break-inside: avoid; }
.foot { font-size: ${small}; letter-spacing: 0; padding: 0 ${small}; break-inside: avoid; }
.cc { padding-left: calc(4 * ${small}); text-indent: calc(-3 * ${small}); }
.imprint { display: flex; justify-content: space-between; text-indent: 0; }
${profile.letter ? '.foot.first, .foot.inner, .foot.last { border: 0 !important; }\n' : ''}.foot.first { border-top: .35mm solid #000; margin-top: ${line}; }
.foot.inner { border-top: .25mm solid #000; }
.foot.last { border-bottom: .35mm solid #000; }
@media print { body { background: none; } main { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; } }
${profile.letter ? letterPages(profile) : ''}`;
}
