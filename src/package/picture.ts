interface PictureFacts {
  type: 'png' | 'jpeg';
  /** Twips. */
  width: number;
  height: number;
  /** The camera wasn't held upright, and says so: some programs print it lying, some don't. */
  turned?: true;
}

/** A picture without a word on its size is one of a screen. */
const perInch = 96;
const twips = (pixels: number, density = perInch) => Math.round((pixels * 1440) / density);

/** What a picture is by its content, whatever its name says; undefined where it is none that can be printed. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const facts = png(view) ?? jpeg(view);
    return facts && facts.width > 0 && facts.height > 0 ? facts : undefined;
  } catch {
    // It ends before it says how large it is.
    return undefined;
  }
}

const pngHead = 0x89504e47;
const chunk = { size: 0x49484452, density: 0x70485973, data: 0x49444154 };

function png(view: DataView): PictureFacts | undefined {
  if (view.getUint32(0) !== pngHead || view.getUint32(12) !== chunk.size) return undefined;
  let density = perInch;
  for (let at = 33; view.getUint32(at + 4) !== chunk.data; at += view.getUint32(at) + 12) {
    // Pixels a metre.
    const isDensity = view.getUint32(at + 4) === chunk.density && view.getUint8(at + 16) === 1;
    if (isDensity && view.getUint32(at + 8) > 0) density = view.getUint32(at + 8) * 0.0254;
  }
  return {
    type: 'png',
    width: twips(view.getUint32(16), density),
    height: twips(view.getUint32(20), density),
  };
}

/** The frames of JPEG, which say the size; C4, C8 and CC are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const jfif = 0x4a464946;
const exif = 0x45786966;

function jpeg(view: DataView): PictureFacts | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  let density = perInch;
  let turned: boolean = false;
  for (let at = 2; view.getUint8(at) === 0xff; at += view.getUint16(at + 2) + 2) {
    while (view.getUint16(at) === 0xffff) at++;
    const marker = view.getUint8(at + 1);
    const unit = view.getUint8(at + 11);
    if (marker === 0xe0 && view.getUint32(at + 4) === jfif && unit > 0)
      density = view.getUint16(at + 12) * (unit === 2 ? 2.54 : 1) || perInch;
    if (marker === 0xe1 && view.getUint32(at + 4) === exif) turned = orientation(view, at + 10) > 1;
    if (isFrame(marker))
      return {
        type: 'jpeg',
        width: twips(view.getUint16(at + 7), density),
        height: twips(view.getUint16(at + 5), density),
        ...(turned && { turned: true }),
      };
  }
  return undefined;
}

/** How a camera was held, 1 for upright: tag 0x0112 of the first directory (TIFF 6.0). */
function orientation(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  for (let entry = 0; entry < view.getUint16(directory, little); entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return 1;
}
