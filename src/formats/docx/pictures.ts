import type { NumberedBlock, PlacedPicture } from '../../document/block.ts';
import type { Picture } from '../../document/picture.ts';
import { crc32 } from '../../package/deflate.ts';
import { type SizedPicture, sizedPicture } from '../../page/picture.ts';
import type { Profile, Twips } from '../../page/profile.ts';
import type { PlacedSeal } from '../../page/seal.ts';
import { anchored, drawing } from './anchored.ts';
import { insert } from './parts.ts';
import { aboveSlot, belowSlot } from './slots.ts';
import { characters, type Stamp } from './stamp.ts';
import type { Stamps } from './stamps.ts';

const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The same name for the same picture, in whatever document it is. */
function idOf(file: string): string {
  return `picture${crc32(file).toString(16)}`;
}

/**
 * A paragraph of a picture. Of what two paragraphs want between them Word leaves the larger, so between pictures it is all
 * above the second one.
 */
export function picturesLine(
  block: PlacedPicture,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  { profile, paragraphs }: Pick<Stamps, 'profile' | 'paragraphs'>,
): string {
  const captioned = after?.kind === 'paragraph' && after.role === 'caption';
  const { open, close } = paragraphs.get(captioned ? 'pictureKept' : 'picture') as Stamp;
  const picture = sizedPicture(block, profile);
  const between = before?.kind === 'picture' ? below(sizedPicture(before, profile), profile) : 0;
  const [above, under] = [picture.blank + between, after?.kind === 'picture' ? 0 : below(picture, profile)];
  return (
    open
      .replace(String(aboveSlot), String(Math.round(above)))
      .replace(String(belowSlot), String(Math.round(under))) +
    inlinePicture(picture) +
    close
  );
}

/** Word leaves room for what hangs below letters, a seventh of their size. */
function below({ blank }: SizedPicture, { size }: Profile): Twips {
  return Math.max(0, blank - size * 1.5);
}

/** A picture in the text (ECMA-376 20.4.2.8); drawings are numbered when all of them are there. */
function inlinePicture({ file, width, height, alternative }: SizedPicture): string {
  const size = `cx="${width * 635}" cy="${height * 635}"`;
  const name = attribute(alternative);
  return `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>${graphic(file, '图片', name, size)}</wp:inline></w:drawing></w:r>`;
}

/** A seal behind the text. */
export function hangingSeal({ file, width, height, left, top }: PlacedSeal): string {
  const size = `cx="${width * 635}" cy="${height * 635}"`;
  return anchored(
    {
      horizontal: { from: 'column', at: left },
      vertical: { from: 'paragraph', at: top },
      size,
      makesWay: false,
    },
    graphic(file, '印章', '印章', size),
  );
}

function graphic(file: string, what: string, name: string, size: string): string {
  return `<wp:docPr id="0" name="${what}" descr="${name}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${related}" r:embed="${idOf(file)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
}

function attribute(text: string): string {
  return characters(text.replace(/\s+/g, ' ')).replaceAll('"', '&quot;');
}

/** The text with each of its drawings called by a number of its own. */
export function numberedDrawings(xml: string): string {
  let last = 0;
  return xml.replace(/<wp:docPr id="0"/g, () => `<wp:docPr id="${++last}"`);
}

/** The files that a block prints, those of seals too. */
function filesOf(block: NumberedBlock): readonly { file: string; picture?: Picture }[] {
  if (block.kind === 'signature') return block.pictures ?? [];
  return block.kind === 'picture' ? [block] : [];
}

export function isPictured(block: NumberedBlock): boolean {
  return filesOf(block).length > 0;
}

/** The parts of a package with the pictures of a document. */
export function withPictures(
  parts: ReadonlyMap<string, Uint8Array>,
  blocks: readonly NumberedBlock[],
): Map<string, Uint8Array> {
  const changed = new Map(parts);
  for (const { file, picture } of blocks.flatMap(filesOf)) {
    if (picture === undefined) continue;
    const { type, bytes } = picture;
    const name = `media/${idOf(file)}.${type}`;
    if (changed.has(`word/${name}`)) continue;
    changed.set(`word/${name}`, bytes);
    insert(
      changed,
      'word/_rels/document.xml.rels',
      'Relationships',
      `Relationship Id="${idOf(file)}" Type="${related}/image" Target="${name}"`,
    );
    insert(
      changed,
      '[Content_Types].xml',
      'Types',
      `Override ContentType="image/${type}" PartName="/word/${name}"`,
    );
  }
  return changed;
}
