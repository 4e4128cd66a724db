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

/** Where the pixels of a colour begin and end on each row or column; where there are none, the end is before the begin. */
class Ink {
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(length: number) {
    this.#first = new Int32Array(length).fill(0x7fffffff);
    this.#last = new Int32Array(length).fill(-1);
  }

  add(along: number, across: number): void {
    if (across < (this.#first[along] ?? 0)) this.#first[along] = across;
    if (across > (this.#last[along] ?? 0)) this.#last[along] = across;
  }

  stretches(): Stretch[] {
    const found: Stretch[] = [];
    let open = false;
    for (const [along, right] of this.#last.entries()) {
      const left = this.#first[along] ?? 0;
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
  const rows = { [red]: new Ink(height), [black]: new Ink(height) };
  const columns = { [red]: new Ink(width), [black]: new Ink(width) };
  for (let row = 0, at = start; row < height; row++)
    for (let column = 0; column < width; column++, at += 3) {
      const green = stdout[at + 1] ?? 255;
      // Most of a page is white, and needs no more than this look.
      if (green >= 120) continue;
      const is = colour(stdout[at] ?? 255, green, stdout[at + 2] ?? 255);
      if (is === undefined) continue;
      rows[is].add(row, column);
      columns[is].add(column, row);
    }
  return {
    width,
    height,
    bands: (is) => rows[is].stretches(),
    columns: (is) => columns[is].stretches(),
  };
}

export const red = 1;
export const black = 2;
const colour = (r: number, g: number, b: number): Colour | undefined =>
  g >= 120 || b >= 120 ? undefined : r > 200 ? red : r < 120 ? black : undefined;

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
