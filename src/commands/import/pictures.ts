import path from 'node:path';
import type { PrintedBlock, PrintedPicture } from '../../reading/printed.ts';

/** A picture and the file that it goes to. */
export interface Picture {
  file: string;
  bytes: Uint8Array;
  source: number;
}

/** The pictures of a file, each to a file of its own in a folder beside the plan. */
export function picturesOf(blocks: readonly PrintedBlock[], plan: string): Picture[] {
  const { dir, name } = path.parse(plan);
  return inside(blocks).map(({ name: own, bytes, source }, index) => {
    const ending = /\.[A-Za-z0-9]{2,5}$/.exec(own)?.[0].toLowerCase() ?? '.bin';
    return { file: path.join(dir, `${name}-图片`, `${index + 1}${ending}`), bytes, source };
  });
}

function inside(blocks: readonly PrintedBlock[]): PrintedPicture[] {
  return blocks.flatMap((block): PrintedPicture[] => {
    if (block.kind === 'picture') return [block];
    return block.kind === 'box' ? inside(block.lines) : [];
  });
}
