import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A paragraph of a Word file and what stands in front of it, up to the one before. */
interface Chunk {
  before: string;
  xml: string;
}

/** A Word file as somebody edits it in Word: its paragraphs, by their places, each with the runs that it had. */
export class EditedDocument {
  readonly #files: Record<string, Uint8Array>;
  readonly #chunks: Chunk[] = [];
  #end: string;

  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes);
    const xml = strFromU8(this.#files['word/document.xml'] ?? new Uint8Array());
    let read = 0;
    // Paragraphs that hold others, in text boxes, are left alone.
    for (const { index, 0: found } of xml.matchAll(
      /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<\/w:p>)[\s\S])*<\/w:p>/g,
    )) {
      this.#chunks.push({ before: xml.slice(read, index), xml: found });
      read = index + found.length;
    }
    this.#end = xml.slice(read);
  }

  /** What each paragraph prints; a line break is \n. */
  get texts(): string[] {
    return this.#chunks.map(({ xml }) =>
      pieces(xml)
        .map(({ text }) => text)
        .join(''),
    );
  }

  /** The places of paragraphs with words: those in tables, or the others. */
  places(inTable: boolean): number[] {
    let depth = 0;
    return this.#chunks.flatMap(({ before, xml }, at) => {
      depth += count(before, /<w:tbl>/g) - count(before, /<\/w:tbl>/g);
      const isText = pieces(xml).some(({ text }) => text.trim() !== '');
      return isText && depth > 0 === inTable && !/<w:(?:pict|drawing|sectPr)\b|<mc:/.test(xml) ? [at] : [];
    });
  }

  /** Puts other words in the place of a stretch; they look like those in front. */
  replace(at: number, from: number, to: number, text: string): this {
    const { xml } = this.#at(at);
    let place = 0;
    let isPut = false;
    let made = '';
    let read = 0;
    for (const piece of pieces(xml)) {
      const [start, end] = [place, place + piece.text.length];
      place = end;
      if (end < from || start > to || (isPut && start >= to)) continue;
      if (piece.isBreak && !(start >= from && end <= to)) continue;
      const [a, b] = [Math.max(0, from - start), Math.max(0, Math.min(to, end) - start)];
      const words =
        piece.text.slice(0, a) + (isPut || piece.isBreak ? '' : text) + piece.text.slice(Math.max(a, b));
      if (!piece.isBreak) isPut = true;
      made += xml.slice(read, piece.index) + (piece.isBreak ? '' : run(words));
      read = piece.index + piece.length;
    }
    if (!isPut) throw new Error(`no words at ${from} of ${this.texts[at]}`);
    this.#chunks[at] = { ...this.#at(at), xml: made + xml.slice(read) };
    return this;
  }

  /** Enter is pressed within a paragraph. */
  split(at: number, place: number): this {
    const { before, xml } = this.#at(at);
    const { length } = this.texts[at] ?? '';
    this.#chunks.splice(at, 1, { before, xml }, { before: '', xml: withoutAnchors(xml) });
    return this.replace(at, place, length, '').replace(at + 1, 0, place, '');
  }

  /** The break behind a paragraph is taken out. */
  merge(at: number): this {
    const [one, other] = [this.#at(at), this.#at(at + 1)];
    const runs = other.xml.replace(/^<w:p(?: [^>]*)?>(?:<w:pPr>[\s\S]*?<\/w:pPr>)?/, '');
    this.#chunks.splice(at, 2, { before: one.before, xml: one.xml.replace(/<\/w:p>$/, runs) });
    return this;
  }

  remove(at: number): this {
    const next = this.#chunks[at + 1];
    if (next) next.before = this.#at(at).before + next.before;
    this.#chunks.splice(at, 1);
    return this;
  }

  /** A new paragraph behind another one, which looks like it. */
  insert(at: number, text: string): this {
    const { length } = this.texts[at] ?? '';
    this.#chunks.splice(at + 1, 0, { before: '', xml: withoutAnchors(this.#at(at).xml) });
    return this.replace(at + 1, 0, length, text);
  }

  /** Cuts a paragraph out and puts it in behind another one. */
  move(at: number, behind: number): this {
    const { xml } = this.#at(at);
    this.remove(at);
    this.#chunks.splice(behind > at ? behind : behind + 1, 0, { before: '', xml });
    return this;
  }

  /** What the cells of a cell's row print. */
  row(at: number): string[] {
    const whole = this.#xml();
    const start = whole.lastIndexOf('<w:tr>', this.#offset(at));
    const xml = whole.slice(start, whole.indexOf('</w:tr>', start));
    return xml
      .split('<w:tc>')
      .slice(1)
      .map((cell) =>
        pieces(cell)
          .map(({ text }) => text)
          .join(''),
      );
  }

  /** The row of a cell once more behind it, with other words in its cells. */
  addRow(at: number, texts: readonly string[]): this {
    const whole = this.#xml();
    const start = whole.lastIndexOf('<w:tr>', this.#offset(at));
    const end = whole.indexOf('</w:tr>', start) + '</w:tr>'.length;
    let cell = -1;
    const row = withoutAnchors(whole.slice(start, end)).replace(/<w:tc>[\s\S]*?<\/w:tc>/g, (found) => {
      cell++;
      let words = texts[cell] ?? '';
      return found.replace(/<w:t(?: [^>]*)?>[\s\S]*?<\/w:t>/g, () => {
        const put = run(words);
        words = '';
        return put;
      });
    });
    return this.#again(whole.slice(0, end) + row + whole.slice(end));
  }

  removeRow(at: number): this {
    const whole = this.#xml();
    const start = whole.lastIndexOf('<w:tr>', this.#offset(at));
    return this.#again(
      whole.slice(0, start) + whole.slice(whole.indexOf('</w:tr>', start) + '</w:tr>'.length),
    );
  }

  bytes(): Uint8Array {
    return zipSync({ ...this.#files, 'word/document.xml': strToU8(this.#xml()) }, { level: 1 });
  }

  #at(at: number): Chunk {
    const chunk = this.#chunks[at];
    if (!chunk) throw new Error(`no paragraph ${at}`);
    return chunk;
  }

  #xml(): string {
    return this.#chunks.map(({ before, xml }) => before + xml).join('') + this.#end;
  }

  #offset(at: number): number {
    return this.#chunks
      .slice(0, at)
      .reduce((sum, { before, xml }) => sum + before.length + xml.length, this.#at(at).before.length);
  }

  #again(xml: string): this {
    const other = new EditedDocument(zipSync({ 'word/document.xml': strToU8(xml) }, { level: 0 }));
    this.#chunks.splice(0, this.#chunks.length, ...other.#chunks);
    this.#end = other.#end;
    return this;
  }
}

interface Piece {
  text: string;
  index: number;
  length: number;
  isBreak: boolean;
}

/** The words of a paragraph with their places in its XML. */
function pieces(xml: string): Piece[] {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([\s\S]*?)<\/w:t>|<w:br\/>|<w:tab\/>/g)].map(
    ({ index, 0: found, 1: words }) => ({
      text: words === undefined ? (found === '<w:tab/>' ? '\t' : '\n') : plain(words),
      index,
      length: found.length,
      isBreak: words === undefined,
    }),
  );
}

const run = (text: string) =>
  `<w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</w:t>`;
const plain = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/** Bookmarks stay where they are when words are put in elsewhere. */
function withoutAnchors(xml: string): string {
  return xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
}
