import { TooLarge } from './directory.ts';
import { type Attributes, characters, enclosedAt, endName, legal, startTagAt } from './xml-markup.ts';

export type { Attributes } from './xml-markup.ts';

/** What is told of XML while it is read; names come as they are written. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Tables within tables of a document take ten levels each. */
const deepest = 256;
/** A tag, a comment or a text; a cell of Excel's has at most 32,767 characters. */
const longest = 4 * 1024 * 1024;

/**
 * Is fed XML in pieces. Throws on XML that isn't well-formed, and on a document type; TooLarge where it is nested too
 * deeply, or never ends.
 */
export class XmlReader {
  /** The place behind what was told last. */
  position = 0;
  readonly #events: XmlEvents;
  /** The elements that are open. */
  readonly #path: string[] = [];
  #hasRoot = false;
  /** What can't be told yet, since its end is still to come, and its place. */
  #waiting = '';
  #start = 0;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(piece: string): this {
    const xml = this.#waiting + piece;
    let at = this.#start === 0 && xml.startsWith('\uFEFF') ? 1 : 0;
    for (let end = this.#tell(xml, at); end !== undefined; end = this.#tell(xml, at)) at = end;
    legal(xml.slice(0, at));
    this.#waiting = xml.slice(at);
    this.#start += at;
    ends(0, this.#waiting.length);
    return this;
  }

  close(): void {
    if (this.#path.length > 0 || !this.#hasRoot || /[^ \t\r\n]/.test(this.#waiting))
      throw new Error('the end is missing');
  }

  /** Tells the text or the markup at a place; gives the place behind it, unless its end is still to come. */
  #tell(xml: string, at: number): number | undefined {
    const [mark, kind] = [xml[at], xml[at + 1]];
    if (mark === undefined) return undefined;
    if (mark !== '<') return this.#characters(xml, at);
    if (kind === '/') return this.#endTag(xml, at);
    return kind === '!' || kind === '?' ? this.#enclosed(xml, at) : this.#startTag(xml, at);
  }

  #characters(xml: string, at: number): number | undefined {
    const end = xml.indexOf('<', at);
    if (end < 0) return undefined;
    this.#reach(at, end);
    const text = characters(xml.slice(at, end));
    if (this.#path.length > 0) this.#events.text(text);
    else if (/[^ \t\n]/.test(text)) throw new Error('text outside of the root');
    return end;
  }

  #startTag(xml: string, at: number): number | undefined {
    const tag = startTagAt(xml, at);
    if (tag === undefined) return undefined;
    this.#reach(at, tag.end);
    if (this.#path.length === 0 && this.#hasRoot) throw new Error('a second root');
    this.#hasRoot = true;
    if (this.#path.push(tag.name) > deepest) throw new TooLarge(`里面的内容嵌套超过 ${deepest} 层`);
    this.#events.open(tag.name, tag.attributes);
    if (tag.isEmpty) this.#ended(tag.name);
    return tag.end;
  }

  #endTag(xml: string, at: number): number | undefined {
    const mark = xml.indexOf('>', at);
    if (mark < 0) return undefined;
    this.#reach(at, mark + 1);
    this.#ended(endName(xml.slice(at + 2, mark)));
    return mark + 1;
  }

  #enclosed(xml: string, at: number): number | undefined {
    const found = enclosedAt(xml, at, this.position === 0);
    if (found === undefined) return undefined;
    this.#reach(at, found.end);
    if (found.text === undefined) return found.end;
    if (this.#path.length === 0) throw new Error('text outside of the root');
    this.#events.text(found.text);
    return found.end;
  }

  #ended(name: string | undefined): void {
    if (name === undefined || this.#path.pop() !== name) throw new Error(`${name} ends and isn’t open`);
    this.#events.close(name);
  }

  #reach(from: number, end: number): void {
    ends(from, end);
    this.position = this.#start + end;
  }
}

function ends(from: number, end: number): void {
  if (end - from > longest) throw new TooLarge('里面有一处内容超过 4 MB');
}

/** XML that is read at once: a document of three hundred pages has 15 MB. */
export const largestText = 20 * 1024 * 1024;

/** A part as text; all that Word and Excel write is UTF-8. */
export function textOf(part: Uint8Array | undefined): string {
  if (part !== undefined && part.length > largestText) throw new TooLarge('里面有一个部分超过 20 MB');
  return new TextDecoder().decode(part);
}

/** A name without its prefix. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
