import type { Album } from '../../document/picture.ts';
import { isSame } from '../../package/bytes.ts';
import { printablePicture } from '../../package/printable-picture.ts';
import type { Printed, PrintedBlock, PrintedPicture } from '../../reading/printed.ts';
import type { World } from '../world.ts';

/** A picture of a source with the file beside the plan that it goes to. */
export interface SavedPicture {
  /** Below the folder of the plan, with slashes. */
  file: string;
  bytes: Uint8Array;
  /** Where it stands; once, or wherever the same picture stands again. */
  places: { source: number; changed?: PrintedPicture['changed'] }[];
  /** Why a plan can't print it. */
  reason?: string;
}

/** What a file prints, its pictures with files of their own in a folder; names of the source are never names of files. */
export function withPictureFiles(
  printed: Printed,
  folder: string,
): { printed: Printed; saved: SavedPicture[] } {
  const saved: SavedPicture[] = [];
  const visit = (blocks: readonly PrintedBlock[]): PrintedBlock[] =>
    blocks.map((block): PrintedBlock => {
      if (block.kind === 'box') return { ...block, lines: visit(block.lines) };
      if (block.kind !== 'picture') return block;
      const { bytes, source, changed, name } = block;
      const found = printablePicture(name, bytes);
      const place = { source, ...(changed && { changed }) };
      let one = saved.find((each) => isSame(each.bytes, bytes));
      if (!one) {
        const [ending, reason] = typeof found === 'string' ? [endingOf(name), found] : [endings[found.type]];
        one = {
          file: `${folder}/${saved.length + 1}${ending}`,
          bytes,
          places: [],
          ...(reason && { reason }),
        };
        saved.push(one);
      }
      one.places.push(place);
      const { file } = one;
      if (typeof found === 'string') return block;
      const width = widthOf(block.width, found.width);
      const alt = wordsOf(block.alt);
      const { alt: _, ...rest } = block;
      return { ...rest, ...(alt && { alt }), placed: { file, ...(width && { width }) } };
    });
  const blocks = visit(printed.blocks);
  return { printed: { ...printed, blocks }, saved };
}

const endings = { png: '.png', jpeg: '.jpg' };

function endingOf(name: string): string {
  return /\.[A-Za-z0-9]{2,5}$/.exec(name)?.[0].toLowerCase() ?? '.bin';
}

/** The type area is so wide, in twips; a picture that is wider than it by itself is printed as wide as it. */
const area = 8845;

/** How a plan says a width, to a tenth of a millimetre; nothing where the picture is printed as wide by itself. */
function widthOf(printed: number | undefined, natural: number): string | undefined {
  if (printed === undefined || Math.abs(Math.min(printed, area) - Math.min(natural, area)) <= 10)
    return undefined;
  const millimetres = Math.round(printed / 5.67) / 10;
  if (millimetres >= 156) return '100%';
  if (millimetres < 1) return undefined;
  return millimetres % 10 === 0 ? `${millimetres / 10}厘米` : `${millimetres}毫米`;
}

/** What Word says of a picture by itself is where it was found, which is no one's business. */
function wordsOf(alt: string | undefined): string | undefined {
  const words = alt?.replace(/\s+/g, ' ').trim();
  return words && !/[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i.test(words) ? words : undefined;
}

/** A world in which pictures that are still to be written lie beside the plan. */
export function withSaved(world: World, saved: readonly SavedPicture[]): World {
  const by = new Map(saved.map(({ file, bytes }) => [file, bytes]));
  const album: Album = (file) => {
    const bytes = by.get(file);
    return bytes ? printablePicture(file, bytes) : world.album?.(file);
  };
  return saved.length === 0 ? world : { ...world, album };
}

/** What became of the pictures, given the plans that were written. */
export function toldPictures(
  saved: readonly SavedPicture[],
  plans: readonly string[],
): { inPlan: string[]; apart: string[] } {
  const isWritten = ({ file }: SavedPicture) => plans.some((text) => text.includes(file));
  const told = (each: SavedPicture) =>
    each.places.map(({ source, changed }) => {
      const place = source > 0 ? `第 ${source} 段` : '页眉页脚';
      const said = changed ? `（原文里${changed}，存的是整张）` : '';
      return `${place}：${each.file}${said}${each.reason ? `。${each.reason}` : ''}`;
    });
  return {
    inPlan: saved.filter(isWritten).flatMap(told),
    apart: saved.filter((each) => !isWritten(each)).flatMap(told),
  };
}
