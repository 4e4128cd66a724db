import { expect } from 'vitest';
import { bytesOf, call } from './tools.ts';

/** Pixels of a page of a PDF, 10 a millimetre. */
interface Picture {
  width: number;
  height: number;
  /** The rows that have a pixel of a colour, as stretches in millimetres from the top of the paper. */
  bands(is: Colour): Stretch[];
  /** The same of columns, from the left edge; left and right are then above and below. */
  columns(is: Colour): Stretch[];
}

type Colour = typeof red | typeof black;

interface Stretch {
  from: number;
  to: number;
  left: number;
  right: number;
}

function stretches(
  length: number,
  breadth: number,
  has: (along: number, across: number) => boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let open = false;
  for (let along = 0; along < length; along++) {
    let [left, right] = [breadth, -1];
    for (let across = 0; across < breadth; across++) {
      if (!has(along, across)) continue;
      left = Math.min(left, across);
      right = across;
    }
    const last = found.at(-1);
    if (right < 0) open = false;
    else if (open && last)
      Object.assign(last, {
        to: (along + 1) / 10,
        left: Math.min(last.left, left / 10),
        right: Math.max(last.right, (right + 1) / 10),
      });
    else {
      open = true;
      found.push({ from: along / 10, to: (along + 1) / 10, left: left / 10, right: (right + 1) / 10 });
    }
  }
  return found;
}

/** Asked the same again, it says what it said. */
function remembering<Asked, Said>(say: (asked: Asked) => Said): (asked: Asked) => Said {
  const said = new Map<Asked, Said>();
  return (asked) => {
    const answer = said.get(asked) ?? say(asked);
    said.set(asked, answer);
    return answer;
  };
}

const pictures = remembering((pdf: string) => remembering((page: number) => pictured(pdf, page)));

/** A page as it is printed; made once, however often it is looked at. */
export function picture(pdf: string, page: number): Picture {
  return pictures(pdf)(page);
}

function pictured(pdf: string, page: number): Picture {
  const stdout = bytesOf('pdftoppm', ['-r', '254', '-f', `${page}`, '-l', `${page}`, pdf]);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40));
  const [width, height, start] = [Number(head?.[1]), Number(head?.[2]), head?.[0].length ?? 0];
  const colours = new Uint8Array(width * height);
  for (let pixel = 0, at = start; pixel < colours.length; pixel++, at += 3)
    colours[pixel] = colour(stdout[at] ?? 255, stdout[at + 1] ?? 255, stdout[at + 2] ?? 255);
  return {
    width,
    height,
    bands: remembering((is) =>
      stretches(height, width, (row, column) => colours[row * width + column] === is),
    ),
    columns: remembering((is) =>
      stretches(width, height, (column, row) => colours[row * width + column] === is),
    ),
  };
}

export const red = 1;
export const black = 2;
const colour = (r: number, g: number, b: number) =>
  g >= 120 || b >= 120 ? 0 : r > 200 ? red : r < 120 ? black : 0;

/** Within half a millimetre of what the standard says. */
export const half = (value: number | undefined, wanted: number, within = 0.5) => {
  expect(value).toBeGreaterThan(wanted - within);
  expect(value).toBeLessThan(wanted + within);
};

/** The words of a page with the edges of their character boxes, in millimetres; ink begins a little inside of them. */
export function boxes(pdf: string, page: number): { word: string; left: number; right: number }[] {
  const html = call('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, pdf, '-']);
  const millimetres = (points: string | undefined) => (Number(points) * 25.4) / 72;
  return [...html.matchAll(/<word xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, left, right, word = '']) => ({ word, left: millimetres(left), right: millimetres(right) }),
  );
}
