import { expect } from 'vitest';
import { bytesOf } from './tools.ts';

/** Pixels of a page of a PDF, 10 a millimetre. */
interface Picture {
  width: number;
  height: number;
  /** The rows that have a pixel of a colour, as stretches in millimetres from the top of the paper. */
  bands(
    is: (red: number, green: number, blue: number) => boolean,
  ): { from: number; to: number; left: number; right: number }[];
}

export function picture(pdf: string, page: number): Picture {
  const stdout = bytesOf('pdftoppm', ['-r', '254', '-f', `${page}`, '-l', `${page}`, pdf]);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40));
  const [width, height, start] = [Number(head?.[1]), Number(head?.[2]), head?.[0].length ?? 0];
  return {
    width,
    height,
    bands(is) {
      const found: { from: number; to: number; left: number; right: number }[] = [];
      let open = false;
      for (let y = 0; y < height; y++) {
        let [left, right] = [width, -1];
        for (let x = 0; x < width; x++) {
          const at = start + (y * width + x) * 3;
          if (!is(stdout[at] ?? 255, stdout[at + 1] ?? 255, stdout[at + 2] ?? 255)) continue;
          left = Math.min(left, x);
          right = x;
        }
        const last = found.at(-1);
        if (right < 0) open = false;
        else if (open && last)
          Object.assign(last, {
            to: (y + 1) / 10,
            left: Math.min(last.left, left / 10),
            right: Math.max(last.right, (right + 1) / 10),
          });
        else {
          open = true;
          found.push({ from: y / 10, to: (y + 1) / 10, left: left / 10, right: (right + 1) / 10 });
        }
      }
      return found;
    },
  };
}

export const red = (r: number, g: number, b: number) => r > 200 && g < 120 && b < 120;
export const black = (r: number, g: number, b: number) => r < 120 && g < 120 && b < 120;

/** Within half a millimetre of what the standard says. */
export const half = (value: number | undefined, wanted: number, within = 0.5) => {
  expect(value).toBeGreaterThan(wanted - within);
  expect(value).toBeLessThan(wanted + within);
};
