import type { Facts } from '../../document/document.ts';
import { filled, shapesOf } from '../../document/stencil.ts';
import { utf8 } from '../../package/bytes.ts';
import { sumOf } from '../../package/mark.ts';
import { type Entry, entry, smallEntry, zip } from '../../package/zip.ts';
import { firstPage, unchangedFirstPage } from '../../page/first-page.ts';
import { type Profile, profileKey } from '../../page/profile.ts';
import { profile } from '../../page/profiles.ts';
import type { Letterhead } from '../../reading/docx/letterhead.ts';
import type { Style, Writer } from '../format.ts';
import { blockPieces } from '../pieces.ts';
import { together } from '../together.ts';
import { body, closing, placed } from './body.ts';
import { withComments } from './comments.ts';
import { isPictured, numberedDrawings, withPictures } from './pictures.ts';
import { coreProperties } from './properties.ts';
import { shipped } from './shipped.ts';
import type { Skeleton } from './skeleton.ts';
import { characters } from './stamp.ts';
import { stamps } from './stamps.ts';

type Prepared = Map<string, Promise<Writer>>;
const plain: Prepared = new Map();
const onLetterheads = new WeakMap<Letterhead, Prepared>();

/** Prepares a style once; after that a document is only stamped, deflated and zipped. */
export function docx(style: Style): Promise<Writer> {
  const { layout, native, landscape, letterhead, look, printsNow } = style;
  const key = JSON.stringify([
    layout,
    look,
    landscape,
    printsNow,
    native && { ...native, continuous: [...native.continuous] },
  ]);
  const prepared = letterhead ? preparedOn(letterhead) : plain;
  let write = prepared.get(key);
  if (write === undefined) {
    write = prepare(style);
    prepared.set(key, write);
  }
  return write;
}

function preparedOn(letterhead: Letterhead): Prepared {
  const prepared: Prepared = onLetterheads.get(letterhead) ?? new Map();
  onLetterheads.set(letterhead, prepared);
  return prepared;
}

async function prepare({
  layout,
  native,
  landscape = false,
  letterhead,
  look: learned,
  printsNow = false,
}: Style): Promise<Writer> {
  const usual = profile(layout, learned);
  const own = await madeFor(usual, native, landscape && !letterhead);
  const { look, made } = letterhead
    ? (await import('./dressed.ts')).dressed(usual, own, letterhead)
    : { look: usual, made: own };
  const cut = stamps(look, native !== undefined, printsNow, made);
  const core = coreProperties(made.parts);
  const still = without(core.name, made.parts);
  const packed = (xml: Uint8Array, facts: Facts, { types, others, sum }: Parts, pack = entry) => {
    const text = pack('word/document.xml', xml);
    return zip([...types, entry(core.name, core.write(facts, sumOf([text], sum))), ...others, text]);
  };
  const write: Writer['write'] = ({ blocks, facts, comments, forReview }) => {
    const laid = firstPage(blocks, look).blocks;
    const whole = made.head + body(laid, cut) + closing(laid, cut) + made.tail;
    const text = printsNow ? unbroken(whole) : whole;
    const noted = comments && withComments(made.parts, comments);
    const pictured = blocks.some(isPictured);
    if (noted === undefined && !pictured && !forReview) return packed(utf8(text), facts, still);
    let parts: ReadonlyMap<string, Uint8Array> = noted?.parts ?? made.parts;
    let all = noted?.renamed(text) ?? text;
    if (pictured) {
      all = numberedDrawings(all);
      parts = withPictures(parts, blocks);
    }
    // With more time taken to deflate it, a review copy is hardly larger than a document.
    return packed(utf8(all), facts, without(core.name, parts), forReview ? smallEntry : entry);
  };
  return {
    write,
    press: (stencil) => {
      // Pictures go into parts of their own, and their drawings are numbered; a number may begin in one text and end in another.
      const shapes = shapesOf(stencil.blocks);
      if (printsNow || shapes.some(isPictured)) return (values) => write(filled(stencil, values));
      const blocks = blockPieces(stencil.blocks, look, (...placing) => placed(...placing, cut));
      const xml = together([made.head, ...blocks, closing(shapes, cut), made.tail], characters);
      const isUsual = unchangedFirstPage(stencil.blocks, look);
      return (values) =>
        isUsual(values) ? packed(xml(values), stencil.facts(values), still) : write(filled(stencil, values));
    },
  };
}

/**
 * LibreOffice ends lines behind the hyphens of telephone numbers. A word joiner keeps it from it and isn't in the PDF; in a
 * Word file it would be, and a hyphen that Word doesn't break at is another character to whoever copies or looks for it.
 */
function unbroken(xml: string): string {
  return xml.replace(/>[^<]+/g, (text) => text.replace(/(?<=\d-)(?=\d)/g, '\u2060'));
}

interface Parts {
  types: Entry[];
  others: Entry[];
  /** Of both. */
  sum: number;
}

/** The parts but one; [Content_Types].xml comes first in the packages of Word, and some readers look for it there. */
function without(core: string, parts: ReadonlyMap<string, Uint8Array>): Parts {
  const still = [...parts]
    .filter(([name]) => name !== core)
    .map(([name, content]) => entry(name, content, 9));
  const [types, others] = [still.filter(isTypes), still.filter((each) => !isTypes(each))];
  return { types, others, sum: sumOf([...types, ...others]) };
}

/** What the build has made already, or what the docx package makes now. */
async function madeFor(look: Profile, native: Style['native'], landscape: boolean): Promise<Skeleton> {
  const stored = native === undefined && !landscape ? shipped[profileKey(look)] : undefined;
  if (stored === undefined) return (await import('./skeleton.ts')).skeleton(look, native, landscape);
  const parts = stored.parts.map(([name, xml]): [string, Uint8Array] => [name, utf8(xml)]);
  return { ...stored, parts: new Map(parts), exemplars: new Map(stored.exemplars) };
}

function isTypes({ name }: Entry): boolean {
  return name === '[Content_Types].xml';
}
