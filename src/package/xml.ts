import { SaxesParser } from 'saxes';
import { TooLarge } from './directory.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of XML while it is read; names come as they are written. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** It is fed XML in pieces; `position` is the place behind what was told last. */
export interface XmlReader {
  readonly position: number;
  write(piece: string): XmlReader;
  close(): void;
}

/** Tables within tables of a document take ten levels each. */
const deepest = 256;
/** A tag, a comment or a text; a cell of Excel's has at most 32,767 characters. */
const longest = 4 * 1024 * 1024;
const slice = 1 << 16;

/**
 * Throws on XML that isn't well-formed, and on a document type: only a document that brings its own entities has one,
 * which no part of a Word or an Excel file does. TooLarge is thrown where it is nested too deeply, or never ends.
 */
export function xmlReader({ open, close, text }: XmlEvents): XmlReader {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let told = 0;
  const tell = (what: string) => {
    told = parser.position;
    text(what);
  };
  parser.on('error', (thrown) => {
    throw thrown;
  });
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw new TooLarge(`里面的内容嵌套超过 ${deepest} 层`);
    told = parser.position;
    open(name, attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    told = parser.position;
    close(name);
  });
  parser.on('text', tell);
  parser.on('cdata', tell);
  return {
    get position() {
      return parser.position;
    },
    write(piece) {
      for (let at = 0; at < piece.length; at += slice) {
        parser.write(piece.slice(at, at + slice));
        if (parser.position - told > longest) throw new TooLarge('里面有一处内容超过 4 MB');
      }
      return this;
    },
    close() {
      parser.close();
    },
  };
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
