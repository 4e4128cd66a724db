import type { Attributes } from '../../package/xml.ts';
import { type Scope, skipped } from './scope.ts';
import { author, type Takes } from './tracked.ts';

/** What a run, a style or the defaults of the file say of the look of words. */
export interface RunSaid {
  style?: string;
  bold?: boolean;
  hidden?: boolean;
  /** The face of Han characters, and that of other ones. */
  han?: string;
  latin?: string;
  /** In points. */
  size?: number;
  raised?: boolean;
}

/** What a paragraph or a style says of it; lengths in twips, those that are said in characters in hundredths of one. */
export interface ParagraphSaid {
  style?: string;
  list?: string;
  level?: number;
  align?: 'left' | 'center' | 'right';
  left?: number;
  leftChars?: number;
  first?: number;
  firstChars?: number;
  outline?: number;
  newPage?: boolean;
  /** A capital that is set down into the paragraph behind it. */
  dropped?: boolean;
  section?: boolean;
  /** What became of the mark at its end; one that is gone isn't printed. */
  mark: { deleted?: boolean; gone?: boolean; hidden?: boolean; by?: string };
}

const off = /^(?:0|false|off|none)$/i;
const isOn = (attributes: Attributes): boolean => !off.test(attributes['w:val'] ?? '');

function number(value: string | undefined): number | undefined {
  const read = value === undefined ? Number.NaN : Number.parseFloat(value);
  return Number.isFinite(read) ? read : undefined;
}

const aligned: Record<string, ParagraphSaid['align']> = {
  center: 'center',
  right: 'right',
  end: 'right',
  left: 'left',
  start: 'left',
};

/** Reads w:rPr. Properties from before a tracked change count where the original is wanted. */
export function runSaid(said: RunSaid, takes: Takes): Scope {
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'w:rStyle':
          set(said, 'style', attributes['w:val']);
          break;
        case 'w:b':
          said.bold = isOn(attributes);
          break;
        case 'w:vanish':
          said.hidden = isOn(attributes);
          break;
        case 'w:rFonts':
          set(said, 'han', attributes['w:eastAsia']);
          set(said, 'latin', attributes['w:ascii'] ?? attributes['w:hAnsi']);
          break;
        case 'w:sz':
          set(said, 'size', half(number(attributes['w:val'])));
          break;
        case 'w:vertAlign':
          said.raised = attributes['w:val'] === 'superscript';
          break;
        case 'w:rPr':
          return scope;
        case 'w:rPrChange':
          if (takes(attributes)) return skipped;
          forget(said);
          return scope;
      }
      return skipped;
    },
  };
  return scope;
}

/** Reads w:pPr. */
export function paragraphSaid(said: ParagraphSaid, takes: Takes): Scope {
  const scope: Scope = {
    open(name, attributes) {
      switch (name) {
        case 'w:pStyle':
          set(said, 'style', attributes['w:val']);
          break;
        case 'w:numPr':
        case 'w:pPr':
          return scope;
        case 'w:numId':
          set(said, 'list', attributes['w:val']);
          break;
        case 'w:ilvl':
          set(said, 'level', number(attributes['w:val']));
          break;
        case 'w:jc':
          set(said, 'align', aligned[attributes['w:val'] ?? '']);
          break;
        case 'w:ind':
          indented(said, attributes);
          break;
        case 'w:outlineLvl':
          set(said, 'outline', number(attributes['w:val']));
          break;
        case 'w:pageBreakBefore':
          said.newPage = isOn(attributes);
          break;
        case 'w:framePr':
          said.dropped = /^(?:drop|margin)$/.test(attributes['w:dropCap'] ?? '');
          break;
        case 'w:sectPr':
          said.section = true;
          break;
        case 'w:rPr':
          return marked(said, takes);
        case 'w:pPrChange':
          if (takes(attributes)) return skipped;
          forget(said);
          return scope;
      }
      return skipped;
    },
  };
  return scope;
}

function marked({ mark }: ParagraphSaid, takes: Takes): Scope {
  return {
    open(name, attributes) {
      const isDeleted = name === 'w:del' || name === 'w:moveFrom';
      if (isDeleted || name === 'w:ins' || name === 'w:moveTo') {
        if (isDeleted) mark.deleted = true;
        if (takes(attributes) === isDeleted) mark.gone = true;
        mark.by = author(attributes);
      }
      if (name === 'w:vanish' || name === 'w:specVanish') mark.hidden = isOn(attributes);
      return skipped;
    },
  };
}

function indented(said: ParagraphSaid, attributes: Attributes): void {
  const of = (name: string) => number(attributes[`w:${name}`]);
  const without = (value: number | undefined) => (value === undefined ? undefined : -value);
  set(said, 'left', of('left') ?? of('start'));
  set(said, 'leftChars', of('leftChars') ?? of('startChars'));
  set(said, 'first', without(of('hanging')) ?? of('firstLine'));
  set(said, 'firstChars', without(of('hangingChars') || undefined) ?? of('firstLineChars'));
}

const half = (value: number | undefined) => (value === undefined ? undefined : value / 2);

function set<Said extends object, Name extends keyof Said>(
  said: Said,
  name: Name,
  value: Said[Name] | undefined,
) {
  if (value !== undefined) said[name] = value;
}

/** What is said now is another thing than before the change, of which all is said behind it. */
function forget(said: RunSaid | ParagraphSaid): void {
  for (const name of Object.keys(said)) if (name !== 'mark') delete (said as Record<string, unknown>)[name];
}
