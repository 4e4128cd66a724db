import type { PrintedBlock, PrintedLine } from '../printed.ts';
import { flow } from './flow.ts';
import { type Reading, type Scope, skipped } from './scope.ts';
import type { Story } from './story.ts';

export interface Comment {
  author: string;
  text: string;
}

/** The lines of every footnote or endnote, by its id. */
export function footnotes(reading: Reading, story: Story): Map<string, PrintedLine[]> {
  const read = new Map<string, PrintedLine[]>();
  each(reading, /^w:(?:foot|end)note$/, story, (attributes, blocks) => {
    if (/separator|notice/i.test(attributes['w:type'] ?? '')) return;
    read.set(attributes['w:id'] ?? '', linesOf(blocks));
  });
  return read;
}

/** What was remarked on the text, by the ids of the comments. */
export function comments(reading: Reading, story: Story): Map<string, Comment> {
  const read = new Map<string, Comment>();
  each(reading, /^w:comment$/, story, (attributes, blocks) => {
    const text = linesOf(blocks)
      .map((line) => line.text)
      .join('\n');
    read.set(attributes['w:id'] ?? '', { author: attributes['w:author'] ?? '', text });
  });
  return read;
}

function each(
  reading: Reading,
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
  reading(top);
}

function linesOf(blocks: readonly PrintedBlock[]): PrintedLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block];
    if (block.kind === 'box') return linesOf(block.lines);
    return block.kind === 'table' ? block.rows.flat().flatMap(({ lines }) => lines) : [];
  });
}
