import type { Document } from '../document/document.ts';
import type { Format } from '../formats/format.ts';
import type { Look } from '../page/look.ts';
import { style } from '../pipeline.ts';
import type { Draft } from './drafted.ts';
import type { Origin } from './remembering.ts';

interface How {
  /** Whether what checking finds is written into the document as comments. */
  comments?: boolean;
  /** A review copy that finds back to its plan when others have changed it. */
  origin?: Origin | undefined;
  /** What was learned from a sample. */
  look?: Look | undefined;
}

/** Writes the document of a draft, in as many formats as are wanted. */
export async function writing(draft: Draft, source: string, { comments = false, origin, look }: How) {
  const { plan, document: made, own } = draft;
  const noted: Document = comments ? (await import('./reviewed.ts')).reviewed(draft, source) : made;
  const full = origin
    ? (await import('./remembering.ts')).remembering(noted, draft.trial.given, source, origin)
    : noted;
  const looks = style(plan, made, { ...own, ...(look && { look }) });
  return {
    /** How many comments it has. */
    comments: (full.comments ?? []).length,
    write: async (format: Format): Promise<Uint8Array> =>
      (await format.prepare(looks)).write(format.comments ? full : made),
  };
}
