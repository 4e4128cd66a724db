import { SaxesParser } from 'saxes';

export interface Element {
  attributes: Readonly<Record<string, string>>;
  /** The texts of all <t> in it, but those of <rPh>, which tell how it is read aloud. */
  text: string;
}

/** A reader that is fed pieces of XML; names come without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

export function xmlReader(events: XmlEvents): SaxesParser {
  const parser = new SaxesParser({ fragment: false, position: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (thrown) => {
    throw thrown;
  });
  // Only a document that brings its own entities has one, and none of a spreadsheet does.
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  parser.on('opentag', ({ name, attributes }) =>
    events.open(local(name), attributes as Record<string, string>),
  );
  parser.on('closetag', ({ name }) => events.close(local(name)));
  parser.on('text', (text) => events.text(text));
  return parser;
}

/** All elements of a name, or only those right within another one. */
export function elements(xml: Uint8Array | undefined, wanted: string, within?: string): Element[] {
  const found: Element[] = [];
  const path: string[] = [];
  let current: { attributes: Readonly<Record<string, string>>; text: string } | undefined;
  if (xml === undefined) return found;
  xmlReader({
    open(name, attributes) {
      if (name === wanted && (within === undefined || path.at(-1) === within))
        current = { attributes, text: '' };
      path.push(name);
    },
    close(name) {
      path.pop();
      if (name !== wanted || current === undefined) return;
      found.push(current);
      current = undefined;
    },
    text(text) {
      if (current && path.at(-1) === 't' && !path.includes('rPh')) current.text += text;
    },
  })
    .write(new TextDecoder().decode(xml))
    .close();
  return found;
}
