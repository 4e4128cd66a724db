import { bulletAt } from '../bullets.ts';

const item = /^([ \t]*)(?:([-*+])|\d{1,3}[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(?=\S)/;

interface Bullet {
  /** What is printed: by how many lists it stands in; a box is ticked or not. */
  sign: string;
  before: string;
  words: string;
  depth: number;
}

/** The lists of a Markdown text, one within the other by their indents. */
export class Lists {
  private readonly indents: number[] = [];

  /** What begins an entry of a list without numbers; undefined for any other line. */
  bulletOf(typed: string): Bullet | undefined {
    const [whole, before = '', mark, ticked] = item.exec(typed) ?? [];
    if (whole === undefined) {
      // A paragraph that isn't indented closes them all.
      if (/^\S/.test(typed)) this.indents.length = 0;
      return undefined;
    }
    const indent = before.replaceAll('\t', '    ').length;
    while (indent < (this.indents.at(-1) ?? 0)) this.indents.pop();
    if (indent > (this.indents.at(-1) ?? -2) + 1) this.indents.push(indent);
    if (mark === undefined) return undefined;
    const depth = this.indents.length - 1;
    const sign = ticked === undefined ? bulletAt(depth) : ticked === ' ' ? '☐' : '☑';
    return { sign, before, words: typed.slice(whole.length), depth };
  }
}
