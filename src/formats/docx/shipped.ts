import type { Skeleton } from './skeleton.ts';

/** A skeleton as text; all parts of a package that we write are XML. */
export interface StoredSkeleton {
  parts: [name: string, xml: string][];
  head: string;
  tail: string;
  sections: Skeleton['sections'];
  exemplars: [name: string, xml: string][];
}

/**
 * Skeletons of the usual styles, by the key of their profile. Empty in the sources: the build fills it in
 * (scripts/prepared.mjs), so that a single `pingan gen` needs not load the docx package.
 */
export const shipped: Readonly<Record<string, StoredSkeleton>> = {};
