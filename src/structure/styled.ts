import { isPlaced, type PrintedLine } from '../reading/printed.ts';
import { smallest } from '../text/long-lists.ts';
import type { Head } from './heads.ts';
import type { Numeral } from './part.ts';
import { shapeOf } from './shape.ts';

/** The longest heading without a number that a style or a face may make one. */
const longest = 40;

/** Headings without numbers that the style of a heading tells, or a face that numbered ones of the text have. */
export function withStyled(lines: readonly PrintedLine[], heads: readonly Head[]): Head[] {
  const numbered = new Map(heads.map((head) => [head.line, head]));
  const styles = [
    ...new Set(
      lines.flatMap((line) =>
        isHeading(line) || (line.heading && numbered.has(line)) ? [line.heading ?? 0] : [],
      ),
    ),
  ].sort((a, b) => a - b);
  const isPlain = heads.length + styles.length === 0;
  const [faces, faceIn] = isPlain ? [looksOf(lines), lookOf] : [facesOf(heads), faceOf];
  const apart = isPlain || styles.length > 0 ? undefined : boldAbove(lines, numbered);
  const all: Head[] = [];
  let depth = 0;
  /** The last heading without a number, and how much deeper stands what begins to count below it. */
  let under: { depth: number; from: number; by: number } | undefined;
  for (const line of lines) {
    const head = numbered.get(line);
    if (head) {
      const { level, numeral } = head;
      if (under?.by === 0 && level <= under.depth && numeral.value === 1 && line.heading === undefined)
        under = { ...under, from: level, by: under.depth + 1 - level };
      else if (under && (level < under.from || (level <= under.depth && under.by === 0) || line.heading))
        under = undefined;
      const by = under?.by ?? 0;
      all.push(by === 0 ? head : { ...head, level: level + by });
      depth = level + by;
      continue;
    }
    if (apart?.bold.has(line)) {
      depth = apart.level;
      all.push({ line, numeral: none, level: depth });
      under = { depth, from: 0, by: 0 };
      continue;
    }
    const level = isHeading(line) ? levelOf(line.heading ?? 0, styles, heads) : faces.get(faceIn(line) ?? '');
    if (level === undefined || !isShort(line)) continue;
    depth = Math.min(level, depth + 1);
    all.push({ line, numeral: none, level: depth });
    under = line.heading === undefined ? undefined : { depth, from: 0, by: 0 };
  }
  return all;
}

const none: Numeral = { text: '', form: '', value: 1, to: 0, native: false, weak: false };

function isHeading(line: PrintedLine): boolean {
  return line.heading !== undefined && line.within === undefined && isShort(line);
}

function isShort({ text, align }: PrintedLine): boolean {
  return text !== '' && text.length <= longest && align !== 'right' && shapeOf(text).kind === 'bare';
}

/** The level of the numbered headings in the same style, or how many styles stand above it. */
function levelOf(style: number, styles: readonly number[], heads: readonly Head[]): number {
  const same = heads.filter(({ line }) => line.heading === style).map(({ level }) => level);
  return same.length > 0 ? smallest(same) : styles.indexOf(style) + 1;
}

/** The face in which a whole line stands. */
function faceOf(line: PrintedLine): string | undefined {
  const { text, marked } = line;
  if (isPlaced(line)) return undefined;
  return marked?.find(({ from, to, face }) => face !== undefined && from === 0 && to >= text.length)?.face;
}

/** How short lines among longer ones are set in a text without numbers and styles: the first look stands highest. */
function looksOf(lines: readonly PrintedLine[]): Map<string, number> {
  const words = lines.filter(({ text, within }) => text !== '' && within === undefined);
  const whole = words.slice(0, -1).filter((line) => lookOf(line) !== undefined);
  const heads = whole.filter(isShort);
  // Where long lines are set so as well, or most lines are, it says nothing.
  const isSure = heads.length > 1 && heads.length * 2 <= words.length + 1 && whole.length === heads.length;
  const looks = [...new Set(isSure ? heads.map((line) => lookOf(line) ?? '') : [])];
  return new Map(looks.map((look, index) => [look, index + 1]));
}

/**
 * Bold lines that head a text in whose lists nothing is bold, or the parts of its numbered sections: numbers begin anew
 * below each of them.
 */
function boldAbove(
  lines: readonly PrintedLine[],
  heads: ReadonlyMap<PrintedLine, Head>,
): { bold: ReadonlySet<PrintedLine>; level: number } | undefined {
  const words = lines.filter(({ text, within }) => text !== '' && within === undefined);
  const bold = new Set(words.filter((line) => lookOf(line) !== undefined && !heads.has(line)));
  const looks = new Set([...bold].map(lookOf));
  if (bold.size < 2 || looks.size > 1 || ![...bold].every(isShort)) return undefined;
  const start = words.findIndex((line) => bold.has(line));
  const sections = words.slice(0, start).flatMap((line) => heads.get(line) ?? []);
  const form = sections[0]?.numeral.form;
  // Numbers that go on below a bold line, or stand in front of all, are no part of what it heads.
  if (sections.some(({ numeral }) => numeral.form !== form)) return undefined;
  let first: number | undefined;
  for (const [index, line] of words.entries()) {
    const { form: own, value } = heads.get(line)?.numeral ?? {};
    if (bold.has(line)) {
      const next = heads.get(words[index + 1] as PrintedLine);
      if (bold.has(words[index - 1] as PrintedLine) || (form && next?.numeral.value !== 1)) return undefined;
      first = 1;
    } else if (value && own !== form) {
      if (lookOf(line) !== undefined || (first && value > first)) return undefined;
      first = undefined;
    }
  }
  return { bold, level: form === undefined ? 1 : 2 };
}

/** The face in which a whole line stands, or that it is bold. */
function lookOf(line: PrintedLine): string | undefined {
  const isBold = line.marked?.some(({ from, to, bold }) => bold && from === 0 && to >= line.text.length);
  return faceOf(line) ?? (isBold && !isPlaced(line) ? 'bold' : undefined);
}

/** Faces that only headings of one level have. */
function facesOf(heads: readonly Head[]): Map<string, number> {
  const faces = new Map<string, number>();
  for (const { line, level } of heads) {
    const face = faceOf(line);
    if (face) faces.set(face, Math.min(level, faces.get(face) ?? level));
  }
  return faces;
}
