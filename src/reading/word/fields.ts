import { circled } from '../../text/numerals.ts';
import { symbol } from './symbols.ts';

/** No code that prints something is longer. */
const longest = 1000;

interface Field {
  code: string;
  choice: string;
  /** Its result has begun. */
  shows: boolean;
}

/** The fields that are open at a place of the text: each has a code, which isn't printed, and a result, which is. */
export class Fields {
  private readonly open: Field[] = [];

  /** Marks the beginning, the middle or the end of one: then this is what it prints, where it stored no result. */
  mark(type: string | undefined): string {
    if (type === 'begin') this.open.push({ code: '', choice: '', shows: false });
    const last = this.open.at(-1);
    if (type === 'separate' && last) last.shows = true;
    if (type !== 'end' || !last) return '';
    this.open.pop();
    return last.shows ? '' : last.choice || drawn(last.code);
  }

  code(text: string): void {
    const last = this.open.at(-1);
    if (last && last.code.length < longest) last.code += text.slice(0, longest);
  }

  /** What was chosen in the field of a form. */
  choose(choice: string): void {
    const last = this.open.at(-1);
    if (last) last.choice = choice;
  }

  get shows(): boolean {
    return this.open.every(({ shows }) => shows);
  }

  get isContents(): boolean {
    return this.open.some(({ code, shows }) => shows && /^\s*TOC\b/i.test(code));
  }
}

/** What Word draws by a code alone: circled numbers, glosses and fractions (EQ), signs (SYMBOL). */
function drawn(code: string): string {
  const [, kind = '', rest = ''] = /^\s*(\w+)(.*)$/s.exec(code) ?? [];
  if (/^symbol$/i.test(kind)) {
    const [, place = '', face = 'Symbol'] =
      /^\s*(0x[\da-f]+|\d+)(?:.*?\\f\s*"?([^"\\]+)"?)?/i.exec(rest) ?? [];
    return place === '' ? '' : symbol(face.trim(), Number(place));
  }
  return /^eq$/i.test(kind) ? equation(rest) : '';
}

const shapes = /^[○◯□△◇]$/;

function equation(code: string): string {
  const isFraction = /\\f\s*\(/i.test(code);
  const isGloss = /\\\*\s*jc\d/i.test(code);
  const plain = code
    .replace(/\\\*\s*(?:"[^"]*"|[^\s\\]+)/g, '')
    .replace(/\\[a-z]+(?:\s?\d+)?(?=[\s\\(])/gi, '');
  const parts = plain
    .split(/[(),，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (isGloss) return parts.at(-1) ?? '';
  const [first = '', second] = parts;
  if (shapes.test(first) && second !== undefined)
    return /^\d{1,2}$/.test(second) && first !== '□' ? circled(Number(second)) : parts.slice(1).join('');
  return parts.join(isFraction ? '/' : '');
}
