import type { PrintedBlock, PrintedPicture } from '../reading/printed.ts';

/** Pictures that float beside lines, taken off so that what a line is doesn't depend on them. */
export class Hanging {
  readonly blocks: readonly PrintedBlock[];
  readonly #behind = new Map<PrintedBlock, PrintedPicture[]>();

  constructor(blocks: readonly PrintedBlock[]) {
    const kept: PrintedBlock[] = [];
    for (const block of blocks) {
      const last = kept.at(-1);
      if (block.kind !== 'picture' || !block.hangs || !last) kept.push(block);
      else this.#behind.set(last, [...this.on(last), block]);
    }
    this.blocks = kept;
  }

  on(block: PrintedBlock): readonly PrintedPicture[] {
    return this.#behind.get(block) ?? [];
  }

  /** Some of the blocks with what hangs on them. */
  with(blocks: readonly PrintedBlock[]): PrintedBlock[] {
    return blocks.flatMap((block) => [block, ...this.on(block)]);
  }
}

/** A framed picture is a picture, and one in a box of words stands behind it. */
export function unframed(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  return blocks.flatMap((block): PrintedBlock[] => {
    if (block.kind !== 'box') return [block];
    const inner = unframed(block.lines);
    const pictures = inner.filter((each) => each.kind === 'picture');
    if (pictures.length === 0) return [block];
    const lines = inner.filter((each) => each.kind !== 'picture');
    return [...(lines.length > 0 ? [{ ...block, lines }] : []), ...pictures];
  });
}
