import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { type Head, headsOf } from './heads.ts';
import { leadsOf, withLeads } from './leads.ts';
import type { Content, Heading } from './part.ts';
import { withStyled } from './styled.ts';
import { entitle } from './titles.ts';

/** The body of a part: what stands before its first heading, and its headings with what stands under each. */
export interface Tree {
  preamble: Content[];
  headings: Heading[];
}

export function treeOf(blocks: readonly PrintedBlock[]): Tree {
  const lines = blocks.filter((block) => block.kind === 'line');
  const heads = new Map(withStyled(lines, headsOf(lines)).map((head) => [head.line, head]));
  const tree: Tree = { preamble: [], headings: [] };
  const open: Heading[] = [];
  for (const block of blocks) {
    const head = block.kind === 'line' ? heads.get(block) : undefined;
    if (head) add(tree, open, head);
    else if (isContent(block)) (open.at(-1)?.content ?? tree.preamble).push(block);
  }
  entitle(tree.headings);
  withLeads(tree.headings);
  if (tree.headings.length > 0) return tree;
  const { content, below } = leadsOf(tree.preamble);
  return { preamble: content, headings: below };
}

function add(tree: Tree, open: Heading[], { line, numeral, level }: Head): void {
  const heading: Heading = { line, numeral, level, mark: '', content: [], below: [] };
  open.length = Math.min(open.length, level - 1);
  const above = open.at(-1);
  (above?.below ?? tree.headings).push(heading);
  open.push(heading);
}

/** Breaks are layout; empty lines part paragraphs, which have been parted by now. */
function isContent(block: PrintedBlock): block is Content {
  return block.kind !== 'break' && !(block.kind === 'line' && isEmpty(block));
}

function isEmpty({ text }: PrintedLine): boolean {
  return text.trim() === '';
}
