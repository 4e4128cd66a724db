import type { PrintedLine } from './printed.ts';

/** The look of a stretch of a line. */
interface Face {
  bold: boolean;
  /** The face of its Han characters. */
  han?: string;
  /** In points. */
  size?: number;
  link?: boolean;
}

type Mark = NonNullable<PrintedLine['marked']>[number];

/** Faces that headings are set in, by the names they go by. */
const headings: readonly [RegExp, string][] = [
  [/小标宋|XBS/i, '小标宋'],
  [/黑体|SimHei|Hei$/i, '黑体'],
  [/楷体|KaiTi|^Kai/i, '楷体'],
];
const named = new Map<string, string | undefined>();

function headingFace(font: string | undefined): string | undefined {
  if (font === undefined) return undefined;
  if (!named.has(font)) named.set(font, headings.find(([pattern]) => pattern.test(font))?.[1]);
  return named.get(font);
}

const hasHan = /\p{Script=Han}/u;

/** A line while its runs come in. */
export class Draft {
  text = '';
  private readonly marks: Mark[] = [];
  private readonly sizes = new Map<number, number>();
  /** Han characters in no mark stand behind the last one. */
  private isApart = false;
  /** Its last character. */
  end = '';
  /** Nothing but blanks so far. */
  isBlank = true;
  /** All of its words lead somewhere else. */
  isLink = true;

  add(text: string, { bold, han, size, link = false }: Face): void {
    const from = this.text.length;
    this.text += text;
    this.end = text.slice(-1);
    this.isBlank &&= text.trim() === '';
    this.isLink &&= link || text.trim() === '';
    if (size !== undefined) this.sizes.set(size, (this.sizes.get(size) ?? 0) + text.length);
    const face = headingFace(han);
    if (!bold && face === undefined) {
      this.isApart ||= hasHan.test(text);
      return;
    }
    const last = this.marks.at(-1);
    // Digits and blanks between two stretches may have any face: they don't show it.
    if (last && last.bold === bold && last.face === face && !this.isApart) last.to = this.text.length;
    else this.marks.push({ from, to: this.text.length, bold, ...(face && { face }) });
    this.isApart = false;
  }

  /** The line goes on with another one. */
  join(next: Draft): void {
    const from = this.text.length;
    this.text += next.text;
    for (const mark of next.marks) this.marks.push({ ...mark, from: mark.from + from, to: mark.to + from });
    for (const [size, length] of next.sizes) this.sizes.set(size, (this.sizes.get(size) ?? 0) + length);
  }

  get size(): number | undefined {
    return [...this.sizes].sort(([, one], [, other]) => other - one)[0]?.[0];
  }

  /** The marks of a line with a number in front; one at its beginning is that of the number, too. */
  marked(front: string): Mark[] {
    const lead = this.text.length - this.text.trimStart().length;
    const shift = front.length - lead;
    const length = front.length + this.text.trim().length;
    return this.marks
      .map((mark) => ({
        ...mark,
        from: mark.from <= lead ? 0 : mark.from + shift,
        to: Math.min(mark.to + shift, length),
      }))
      .filter(({ from, to }) => from < to && to > front.length);
  }
}

/** How wide the blanks are that a line begins with, in Han characters. */
export function blanks(text: string): number {
  let width = 0;
  for (const sign of text) width += sign === '\t' || sign === '\u2003' ? 2 : sign === '\u3000' ? 1 : 0.5;
  return width;
}

/** A number with what is printed between it and its text: a blank where the two would be read as one. */
export function numbered(number: string, text: string): string {
  if (text === '') return number;
  const isApart = /[\w条章节款篇部分]$/.test(number) || (/[.)]$/.test(number) && /^\w/.test(text));
  return isApart || /[^\p{L}\p{N})\]}.,:、．，：）】］〕—–-]$/u.test(number) ? `${number} ` : number;
}
