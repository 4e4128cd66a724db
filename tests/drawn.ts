import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A PNG of rows, each with its filter in front; colour type 0 is grey, 6 colours with transparency. */
function pngOf(width: number, height: number, colourType: number, rows: Buffer[], perMetre?: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, colourType, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const density = Buffer.alloc(9, 1);
  density.writeUInt32BE(perMetre ?? 0, 0);
  density.writeUInt32BE(perMetre ?? 0, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(perMetre === undefined ? [] : [chunk('pHYs', density)]),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A grey PNG of so many pixels, and so many a metre where that is said. */
export function png(width: number, height: number, perMetre?: number): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0x80)]);
  return pngOf(width, height, 0, Array<Buffer>(height).fill(row), perMetre);
}

/** A red ellipse on nothing. */
export function seal(width: number, height = width): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + 4 * width);
    for (let x = 0; x < width; x++)
      if (Math.hypot((2 * x + 1) / width - 1, (2 * y + 1) / height - 1) <= 1)
        row.set([255, 0, 0, 255], 1 + 4 * x);
    return row;
  });
  return pngOf(width, height, 6, rows);
}

/** The head of a JPEG, which is all that is looked at; the orientation is what a camera says of how it was held. */
export function jpeg(width: number, height: number, perInch: number, orientation?: number): Buffer {
  const segment = (marker: number, ...bytes: number[]) => [0xff, marker, 0, bytes.length + 2, ...bytes];
  const two = (value: number) => [value >> 8, value & 0xff];
  const text = (letters: string) => [...Buffer.from(letters, 'latin1')];
  const directory = [...two(1), ...two(0x0112), ...two(3), 0, 0, 0, 1, ...two(orientation ?? 1), 0, 0];
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, ...text('JFIF\0'), 1, 1, 1, ...two(perInch), ...two(perInch), 0, 0),
    ...(orientation === undefined
      ? []
      : segment(0xe1, ...text('Exif\0\0MM\0*'), 0, 0, 0, 8, ...directory, 0, 0, 0, 0)),
    ...segment(0xc0, 8, ...two(height), ...two(width), 1, 1, 0x11, 0),
    ...[0xff, 0xd9],
  ]);
}
