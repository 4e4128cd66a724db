import type { Inline, Signature } from '../document/block.ts';
import { append, largest } from '../text/long-lists.ts';
import { lineHeight, type Profile } from './profile.ts';
import { sealSize, usualSeal, usualStamp } from './seal-size.ts';
import { blank, dateLine, dateOf, inCharacters, type SignatureLine } from './signature-line.ts';
import { inSeveralLines } from './title.ts';

type Line = Pick<Profile, 'charactersPerLine' | 'character' | 'line' | 'size'>;

/** The lines of a signature, which stand differently with a seal, with a stamp and without either (7.3.5). */
export function signatureLines(signature: Signature, line: Line): SignatureLine[] {
  const { signers, date, seal } = signature;
  if (signers.every((signer) => inCharacters(signer) === 0))
    return date === undefined ? [] : [{ ...dateLine(date), ...(seal === 'none' && { characters: 2 }) }];
  if (seal === 'seal') return sealed(signature, line);
  if (seal === 'stamp') return stamped(signature, line);
  return unsealed(signature, line);
}

/**
 * GB/T 9704—2012 7.3.5.2: the signature two characters from the right edge, the date beginning two characters right
 * of the signature's beginning. A date longer than the signature stands two from the edge itself and pushes the
 * signature to the left.
 */
function unsealed({ signers, date }: Signature, { charactersPerLine }: Line): SignatureLine[] {
  const names = signers.flatMap((signer) => inSeveralLines(signer, 2 * (charactersPerLine - 2)));
  const longest = largest(names.map(inCharacters));
  const dated = date === undefined ? 0 : inCharacters(date);
  const right = dated > longest ? dated - longest + 4 : 2;
  const start = charactersPerLine - right - longest;
  const lines: SignatureLine[] =
    names.length === 1
      ? names.map((text) => ({ text, side: 'right', characters: right }))
      : names.map((text) => ({ text, side: 'left', characters: start }));
  if (date !== undefined) {
    lines.push(
      dated > longest
        ? { text: date, side: 'right', characters: 2 }
        : { text: date, side: 'left', characters: start + 2 },
    );
  }
  return lines;
}

/**
 * 7.3.5.1: the date four characters from the right edge, the last signature centred above it. Those of several issuers
 * stand in rows, so far apart that no seal touches another.
 */
function sealed({ signers, date, pictures = [] }: Signature, line: Line): SignatureLine[] {
  const { charactersPerLine, character } = line;
  const middle = 4 + (date === undefined ? 0 : inCharacters(date) / 2);
  if (signers.length === 1) return [...centred(signers[0] ?? [], middle), ...dateOf(date)];
  const seals = pictures.map((each) => sealSize(each, usualSeal));
  // Rows stand a tenth of a line further apart than their seals are high.
  const highest = largest([usualSeal, ...seals.map(({ height }) => height)]) / lineHeight(line);
  const between = Array<SignatureLine>(Math.ceil(highest + 0.1) - 1).fill(blank);
  if (signers.some((signer) => inCharacters(signer) > longName))
    return [
      ...signers.flatMap((signer, index) => [...(index > 0 ? between : []), ...centred(signer, middle)]),
      ...dateOf(date),
    ];
  const widths = [usualSeal, ...seals.map(({ width }) => width)];
  // To half a character, since there is one between them.
  const broadest = largest([
    ...widths.map((width) => Math.round((2 * width) / character) / 2),
    ...signers.map(inCharacters),
  ]);
  const pitch = broadest + 1;
  const perRow = 1 + Math.max(0, Math.floor((charactersPerLine - middle - broadest / 2) / pitch));
  const lines: SignatureLine[] = [];
  for (let from = 0; from < signers.length; from += perRow) {
    if (from > 0) append(lines, between);
    const row = signers.slice(from, from + perRow);
    const last = inCharacters(row.at(-1) ?? []);
    const middles = row.map((_, index) => middle + (row.length - 1 - index) * pitch);
    const characters = Math.max(0, middle - last / 2);
    lines.push({ text: spaced(row, pitch), side: 'right', characters, middles });
  }
  return [...lines, ...dateOf(date)];
}

/** Longer names of an issuer can't stand above a date in one line. */
const longName = 20;

/** So far from the right edge is the middle; a name that would stand far from it takes several lines. */
function centred(name: Inline[], middle: number): SignatureLine[] {
  const lines = inCharacters(name) > longName ? inSeveralLines(name, 4 * middle) : [name];
  return lines.map((text, index) => ({
    text,
    side: 'right',
    characters: Math.max(0, middle - inCharacters(text) / 2),
    ...(index === 0 && { middles: [middle] }),
  }));
}

/** Signatures beside each other, their middles so many characters apart. */
function spaced(row: readonly Inline[][], pitch: number): Inline[] {
  return row.flatMap((text, index): Inline[] => {
    if (index === 0) return text;
    const gap = pitch - (inCharacters(row[index - 1] ?? []) + inCharacters(text)) / 2;
    // A blank of the Latin face is a quarter of a character wide.
    const quarters = Math.round((gap % 1) * 4);
    return [{ text: '　'.repeat(Math.floor(gap)) + ' '.repeat(quarters), bold: false }, ...text];
  });
}

/** 7.3.5.3: the title of the leader, two characters left of a stamp that stands four from the right edge; a blank line, the date. */
function stamped({ signers, date, pictures = [] }: Signature, line: Line): SignatureLine[] {
  const stamps = signers.map((_, index) => {
    const own = pictures[index];
    const { width, height } = own ? sealSize(own, usualStamp) : { width: usualStamp, height: 0 };
    // It reaches as far above the title as below it, but not into the text.
    const beyond = Math.max(0, height / lineHeight(line) - 1);
    const above = Math.min(beyond / 2, 2);
    return { width: width / line.character, above, below: beyond - above };
  });
  const lines = signers.flatMap((text, index): SignatureLine[] => {
    const { width = 0, below = 0 } = stamps[index] ?? {};
    const blanks = Math.ceil(below + (stamps[index + 1]?.above ?? 0) - 0.15);
    return [
      { text, side: 'right', characters: 4 + width + 2, middles: [4 + width / 2] },
      ...Array<SignatureLine>(Math.max(1, blanks)).fill(blank),
    ];
  });
  if (date !== undefined) return [...lines, { text: date, side: 'right', characters: 4 }];
  return lines.slice(0, lines.findLastIndex(({ text }) => text.length > 0) + 1);
}
