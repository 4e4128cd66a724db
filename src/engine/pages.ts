import { body } from '../formats/html/body.ts';
import { sheet } from '../formats/html/sheet.ts';
import { firstPage } from '../page/first-page.ts';
import { profile } from '../page/profiles.ts';
import type { Draft } from './drafted.ts';

/** A document as it stands on a screen: its style sheet, and the HTML of each block between its neighbours. */
export interface Pages {
  style: string;
  blocks: string[];
  /** How long the number is that stands in front of the texts of each block. */
  labels: number[];
}

/** What the HTML writer writes, block by block, so that whoever shows it knows which block a person points at. */
export function pagesOf({ plan, document }: Pick<Draft, 'plan' | 'document'>): Pages {
  const look = profile(plan.layout ?? {});
  const laid = firstPage(document.blocks, look);
  // Whoever points at a block counts as the document does, so 主送 that move to 版记 stay in their place here, and 版记 below the text.
  const blocks =
    laid.blocks.length === document.blocks.length && laid.took !== 'recipients'
      ? laid.blocks
      : document.blocks;
  return {
    style: sheet(look),
    labels: blocks.map((block) => ('label' in block ? block.label.length : 0)),
    blocks: body(blocks, look),
  };
}
