import { circled, han } from '../text/numerals.ts';
import type { Block, Heading, Inline, NumberedBlock } from './block.ts';
import { plain } from './block.ts';

/** The look of a number, cut at its numeral: 第一条 is {before: 第, numeral: han, after: 条}. */
export interface NumberForm {
  before: string;
  numeral: 'han' | 'arabic' | 'circled';
  after: string;
}

export interface NumberingStyle {
  /** The form of each level from 1; null prints no number. */
  levels: readonly (NumberForm | null)[];
  /** Levels that count on when the level above them moves. */
  continuous: ReadonlySet<number>;
  /** Levels whose heading stands at the head of its paragraph. */
  runIn: ReadonlySet<number>;
}

const numerals = { han, arabic: String, circled };

function label(form: NumberForm | null | undefined, value: number): string {
  return form ? form.before + numerals[form.numeral](value) + form.after : '';
}

/**
 * Numbers headings and items, for every format alike, and draws run-in headings to the front of their paragraphs.
 * A new title (that of an attachment too) begins again at one.
 */
export function number(blocks: readonly Block[], style: NumberingStyle): NumberedBlock[] {
  const numbered: NumberedBlock[] = [];
  let counts: number[] = [];
  let list = 0;
  for (const block of runIn(blocks, style.runIn)) {
    switch (block.kind) {
      case 'heading':
      case 'item': {
        const value = (counts[block.level] ?? 0) + 1;
        counts[block.level] = value;
        for (let below = block.level + 1; below < counts.length; below++)
          if (!style.continuous.has(below)) counts[below] = 0;
        numbered.push({ ...block, label: label(style.levels[block.level - 1], value), list });
        break;
      }
      default:
        if (
          counts.length > 0 &&
          (block.kind === 'title' || (block.kind === 'paragraph' && block.role === 'attachmentLabel'))
        ) {
          counts = [];
          list++;
        }
        numbered.push(block);
    }
  }
  return numbered;
}

/** Joins a heading of a run-in level with the body paragraph behind it. */
function runIn(blocks: readonly Block[], levels: ReadonlySet<number>): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const heading = joined.at(-1);
    if (
      heading?.kind === 'heading' &&
      levels.has(heading.level) &&
      !heading.opens &&
      block.kind === 'paragraph' &&
      block.role === 'body'
    ) {
      joined[joined.length - 1] = { ...heading, text: closed(heading), opens: block.text };
    } else joined.push(block);
  }
  return joined;
}

/** What a title that runs on into its paragraph may end with; what doesn't gets a 。. */
export const sentenceEnd = /[。！？：；!?:;]$/;

/** A title that its paragraph follows on the same line ends like a sentence. */
function closed({ text }: Heading): Inline[] {
  return sentenceEnd.test(plain(text)) ? text : [...text, { text: '。', bold: text.at(-1)?.bold ?? false }];
}
