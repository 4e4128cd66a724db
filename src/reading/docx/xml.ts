import { SaxesParser } from 'saxes';

/** A piece of XML with the place where it stands. */
export interface Piece {
  name: string;
  attributes: Readonly<Record<string, string>>;
  start: number;
  end: number;
  /** The texts in it, joined. */
  text: string;
}

/**
 * The children of the first element of a name. Throws on XML that isn't well-formed, or that brings its own entities,
 * which no part of a Word file does.
 */
export function childrenOf(xml: string, parent: string): Piece[] {
  const found: Piece[] = [];
  const path: string[] = [];
  let inside = 0;
  let current: Piece | undefined;
  const parser = new SaxesParser({ position: false });
  parser.on('error', (thrown) => {
    throw thrown;
  });
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (inside > 0 && path.length === inside) {
      const start = xml.lastIndexOf('<', parser.position - 1);
      current = { name, attributes: attributes as Record<string, string>, start, end: start, text: '' };
    }
    path.push(name);
    if (name === parent && inside === 0) inside = path.length;
  });
  parser.on('closetag', () => {
    path.pop();
    if (path.length < inside) inside = -1;
    else if (current && path.length === inside) {
      found.push({ ...current, end: parser.position });
      current = undefined;
    }
  });
  parser.on('text', (text) => {
    if (current && path.at(-1) === 'w:t') current.text += text;
  });
  parser.write(xml).close();
  return found;
}
