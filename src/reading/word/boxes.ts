import { insert } from '../../text/long-lists.ts';
import type { PrintedBlock } from '../printed.ts';

/** How far down something floats, and from the top of what. */
export interface Height {
  from: string;
  at: number;
}

/** The text boxes that hang on a paragraph. */
export class Boxes {
  private readonly all: { height: Height | undefined; blocks: PrintedBlock[] }[] = [];

  /** Where the blocks of one more go. */
  add(height: Height | undefined): PrintedBlock[] {
    const blocks: PrintedBlock[] = [];
    this.all.push({ height, blocks });
    return blocks;
  }

  /** Takes in those that hang on the paragraph before. */
  join(other: Boxes): void {
    insert(this.all, 0, other.all);
  }

  /** What stands in them, from the top of the page; where heights can't be compared, as they were put. */
  get blocks(): PrintedBlock[] {
    const from = this.all[0]?.height?.from;
    const isSure = this.all.every(({ height }) => height !== undefined && height.from === from);
    const boxes = isSure ? [...this.all].sort((a, b) => (a.height?.at ?? 0) - (b.height?.at ?? 0)) : this.all;
    return boxes.flatMap(({ blocks }) => blocks);
  }
}
