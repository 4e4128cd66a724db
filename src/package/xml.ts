import { SaxesParser } from 'saxes';

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
  close(): unknown;
}

/** Elements within each other: tables in tables in a text box have fifty. */
const deepest = 256;

/**
 * Throws on XML that isn't well-formed or goes deeper than any document, and on a document type: only a document that brings its own entities has one,
 * which no part of a Word or an Excel file does.
 */
export function xmlReader({ open, close, text }: XmlEvents): XmlReader {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (thrown) => {
    throw thrown;
  });
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw new Error('too deep');
    open(name, attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    close(name);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

/** A name without its prefix. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
