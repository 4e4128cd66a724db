import type { Remembered } from '../../document/remembered.ts';
import { utf8 } from '../../package/bytes.ts';
import { insert } from './parts.ts';
import { characters } from './stamp.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const props = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Says what kind of part it is; any number will do that no other kind has. */
const kind = '{70696E67-616E-4000-8000-726576696577}';

/**
 * A package with what a review copy remembers, as a part for the data of programs (ECMA-376 15.2.5): Word and
 * LibreOffice keep it while the document is edited, and nobody sees it. LibreOffice asks for its properties.
 */
export function withRemembered(
  parts: ReadonlyMap<string, Uint8Array>,
  remembered: Remembered,
): Map<string, Uint8Array> {
  const changed = new Map(parts);
  const number = free(parts);
  const [item, properties] = [`item${number}.xml`, `itemProps${number}.xml`];
  insert(
    changed,
    '[Content_Types].xml',
    'Types',
    `Override ContentType="${props}" PartName="/customXml/${properties}"`,
  );
  insert(
    changed,
    'word/_rels/document.xml.rels',
    'Relationships',
    `Relationship Id="pingan" Type="${office}/relationships/customXml" Target="../customXml/${item}"`,
  );
  changed.set(`customXml/${item}`, utf8(part(remembered)));
  changed.set(
    `customXml/_rels/${item}.rels`,
    utf8(
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p" Type="${office}/relationships/customXmlProps" Target="${properties}"/></Relationships>`,
    ),
  );
  changed.set(
    `customXml/${properties}`,
    utf8(`${declaration}<ds:datastoreItem xmlns:ds="${office}/customXml" ds:itemID="${kind}"/>`),
  );
  return changed;
}

/** A letterhead may have parts of other programs. */
function free(parts: ReadonlyMap<string, Uint8Array>): number {
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`) || parts.has(`customXml/itemProps${number}.xml`)) number++;
  return number;
}

/** A line for each text, with the place first; what has no bookmark has an empty line. */
function part({ version, plan, hash, given, marks }: Remembered): string {
  const last = Math.max(0, ...[...marks.keys()].map(Number));
  const lines = Array.from({ length: last }, (_, index) => {
    const mark = marks.get(String(index + 1));
    return mark ? `${mark.place} ${mark.sentences.join('')}` : '';
  });
  const said = { version, plan, hash, ...(given.length > 0 && { given: given.join(' ') }) };
  const attributes = Object.entries(said).map(([name, value]) => ` ${name}="${attribute(value)}"`);
  return `${declaration}<review xmlns="urn:pingan:review"${attributes.join('')}>${characters(lines.join('|'))}</review>`;
}

const attribute = (text: string): string =>
  characters(text.replace(/[\n\t]/g, ' ')).replaceAll('"', '&quot;');
