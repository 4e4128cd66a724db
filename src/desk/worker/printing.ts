import type { NumberedBlock } from '../../document/block.ts';
import type { Draft } from '../../engine/drafted.ts';
import { type Heading, headingsOf } from '../../engine/outline.ts';
import { type Pages, pagesOf } from '../../engine/pages.ts';
import { printedWords } from '../../writing/accounting.ts';

/** What a text prints. */
export interface Printing extends Pages {
  title: string;
  characters: number;
  outline: readonly Heading[];
}

export function printingOf(draft: Pick<Draft, 'plan' | 'document'>): Printing {
  const { blocks, facts } = draft.document;
  return {
    ...pagesOf(draft),
    title: facts.title,
    characters: charactersOf(blocks),
    outline: headingsOf(blocks),
  };
}

/** Without blanks and line breaks, as Word counts them. */
function charactersOf(blocks: readonly NumberedBlock[]): number {
  return printedWords(blocks).replace(/\s/g, '').length;
}
