import type { PrintedBlock, PrintedLine } from '../printed.ts';
import { flow } from './flow.ts';
import { type Scope, skipped, walk } from './scope.ts';
import type { Story } from './story.ts';

interface Comment {
  author: string;
  text: string;
}

/** The lines of every footnote or endnote, by its id. */
export function footnotes(part: Uint8Array | undefined, story: Story): Map<string, PrintedLine[]> {
  const read = new Map<string, PrintedLine[]>();
  if (part)
    each(part, /^w:(?:foot|end)note$/, story, (attributes, blocks) => {
      if (/separator|notice/i.test(attributes['w:type'] ?? '')) return;
      read.set(attributes['w:id'] ?? '', linesOf(blocks));
    });
  return read;
}

/** What was remarked on the text, by the ids of the comments. */
export function comments(part: Uint8Array | undefined, story: Story): Map<string, Comment> {
  const read = new Map<string, Comment>();
  if (part)
    each(part, /^w:comment$/, story, (attributes, blocks) => {
      const text = linesOf(blocks)
        .map((line) => line.text)
        .join('\n');
      read.set(attributes['w:id'] ?? '', { author: attributes['w:author'] ?? '', text });
    });
  return read;
}

function each(
  part: Uint8Array,
  wanted: RegExp,
  story: Story,
  ended: (attributes: Readonly<Record<string, string>>, blocks: PrintedBlock[]) => void,
): void {
  const top: Scope = {
    open(name, attributes) {
      if (!wanted.test(name)) return name.endsWith('s') ? top : skipped;
      const blocks: PrintedBlock[] = [];
      const inner = flow(story, blocks);
      return {
        open: (child, said) => inner.open(child, said),
        close() {
          inner.close?.();
          ended(attributes, blocks);
        },
      };
    },
  };
  walk(part, top);
}

function linesOf(blocks: readonly PrintedBlock[]): PrintedLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block];
    if (block.kind === 'box') return linesOf(block.lines);
    return block.kind === 'table' ? block.rows.flat().flatMap(({ lines }) => lines) : [];
  });
}
