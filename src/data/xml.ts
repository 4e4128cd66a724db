import { type Attributes, local, xmlReader } from '../package/xml.ts';

interface Element {
  attributes: Attributes;
  /** The texts of all <t> in it, but those of <rPh>, which tell how it is read aloud. */
  text: string;
}

/** All elements of a name, whatever its prefix, or only those right within another one. */
export function elements(xml: Uint8Array | undefined, wanted: string, within?: string): Element[] {
  const found: Element[] = [];
  const path: string[] = [];
  let current: Element | undefined;
  if (xml === undefined) return found;
  xmlReader({
    open(written, attributes) {
      const name = local(written);
      if (name === wanted && (within === undefined || path.at(-1) === within))
        current = { attributes, text: '' };
      path.push(name);
    },
    close(written) {
      path.pop();
      if (local(written) !== wanted || current === undefined) return;
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
