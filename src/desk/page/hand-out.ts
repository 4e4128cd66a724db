import type { Text } from '../worker/look.ts';
import type { Engine } from './engine.ts';
import { notice } from './notice.ts';
import { fileName, saved } from './save.ts';
import { proofOf } from './served-files.ts';

export type Kind = 'docx' | 'review' | 'print' | 'proof' | 'md' | 'plan';

interface Bench {
  readonly text: Text;
  readonly name: string;
  readonly title: string;
}

/** Makes a file of a plan and has the browser save it, or has it printed. */
export async function handOut(kind: Kind, { text, name, title }: Bench, engine: Engine): Promise<void> {
  try {
    if (kind === 'print') return print();
    if (kind === 'plan') return saved(name, new TextEncoder().encode(text.source));
    if (kind === 'proof') return saved(`${fileName(title)}.pdf`, await proofOf(name, text.source));
    const isReview = kind === 'review';
    const format = isReview ? 'docx' : kind;
    const bytes = await engine.ask('write', text, format, isReview);
    saved(`${fileName(title)}${isReview ? '（批注）' : ''}.${format}`, bytes);
  } catch (thrown) {
    notice(thrown);
  }
}
