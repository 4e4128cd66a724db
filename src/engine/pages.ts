import type { NumberedBlock } from '../document/block.ts';
import { body } from '../formats/html/body.ts';
import { sheet } from '../formats/html/sheet.ts';
import { type FirstPage, firstPage } from '../page/first-page.ts';
import { profile } from '../page/profiles.ts';
import type { Draft } from './drafted.ts';

/** A document as it stands on a screen: its style sheet, and the HTML of each block between its neighbours. */
export interface Pages {
  style: string;
  blocks: string[];
  /** Which block of the document each of them is. */
  numbers: number[];
  /** How long the number is that stands in front of the texts of each block of the document. */
  labels: number[];
}

/** What the HTML writer writes, block by block, so that whoever shows it knows which block a person points at. */
export function pagesOf({ plan, document }: Pick<Draft, 'plan' | 'document'>): Pages {
  const look = profile(plan.layout ?? {});
  const laid = firstPage(document.blocks, look);
  const moved = laid.took === 'recipients' ? document.blocks.findIndex(isRecipients) : -1;
  return {
    style: sheet(look),
    labels: document.blocks.map((block, index) => {
      if (index === moved) return '主送：'.length;
      return 'label' in block ? block.label.length : 0;
    }),
    ...numbered(body(laid.blocks, look), numbersOf(laid, document.blocks, moved)),
  };
}

const isRecipients = (block: NumberedBlock) => block.kind === 'paragraph' && block.role === 'recipients';

/** Which block of the document each of those is that are laid out: others may stand in their place, 主送 last of these. */
function numbersOf({ blocks: laid }: FirstPage, blocks: readonly NumberedBlock[], moved: number) {
  const numbers = new Map(blocks.map((block, index) => [block, index]));
  const standing = new Set(laid);
  const changed = blocks.flatMap((block, index) => (standing.has(block) || index === moved ? [] : [index]));
  const others = [...changed, moved].values();
  return laid.map((block) => numbers.get(block) ?? (block.kind === 'turn' ? undefined : others.next().value));
}

/** The HTML of blocks; what a page is turned by belongs to the block behind it, at the end to the one before. */
function numbered(html: readonly string[], numbers: readonly (number | undefined)[]) {
  const found: Pick<Pages, 'blocks' | 'numbers'> = { blocks: [], numbers: [] };
  let turns = '';
  for (const [index, each] of html.entries()) {
    const number = numbers[index];
    turns += each;
    if (number === undefined) continue;
    found.blocks.push(turns);
    found.numbers.push(number);
    turns = '';
  }
  if (turns !== '') found.blocks.push(`${found.blocks.pop() ?? ''}${turns}`);
  return found;
}
