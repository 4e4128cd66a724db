import type { Span } from '../schema/node.ts';
import type { Edit, Related, Severity } from '../schema/problem.ts';
import type { Fields, Keys, RecordSchema } from '../schema/schema.ts';
import type { Passage, PassageKind } from './passage.ts';
import type { Subject } from './subject.ts';

/** Each contains the ones before it; `pingan gen` refuses what the errors of the first find. */
export const presets = ['essential', 'recommended', 'strict'] as const;
export type Preset = (typeof presets)[number];

/** A text with the places that the rule must find in ⟦ ⟧, and how it is put right. */
export interface Example {
  wrong: string;
  right: string;
  /** Where the text stands; `plan` is a whole file, `source` a file that can't be read as a plan. */
  in?: PassageKind | 'plan' | 'source';
  /** Settings of the rule, by their English names. */
  options?: Readonly<Record<string, unknown>>;
  /** Last year's file, for rules that compare. */
  against?: string;
}

export interface More {
  advice?: string;
  /** Texts are values; they are quoted as their place in the file demands. */
  fix?: Edit | readonly Edit[];
  /** The fix of a rule with safe ones that must not be made without asking. */
  unsafe?: boolean;
  related?: readonly Related[];
}

/** Tells what is wrong at a place, in one Chinese sentence. */
export type Tell = (at: Span, message: string, more?: More) => void;

interface About {
  /** `group/name`; the file of the rule stands under the same path. */
  id: `${string}/${string}`;
  /** What is wrong, in a few Chinese words. */
  title: string;
  /** Why it matters. */
  why: string;
  /** The clause it rests on; 惯例 where there is none. */
  basis: string;
  level: Severity;
  /** The smallest preset it belongs to. */
  preset: Preset;
  /** The strongest fix it offers. */
  fix: 'none' | 'unsafe' | 'safe';
  since: string;
  /** Every finding holds one of these words: texts without them needn't be looked at, and most plans have none. */
  signs?: readonly string[];
  /** Each is a test, and stands in the manual. Made only when they are asked for: checking needs none of them. */
  texts(): Texts;
  /** It is a list of words in a configuration, without examples. */
  words?: true;
  /** It is seen only when pages are set. */
  onPages?: true;
  /** Not a rule but this finds it: what makes documents, in gen, batch and editors, or what reads the settings of rules. */
  foundBy?: 'making' | 'settings';
}

interface Texts {
  examples: readonly Example[];
  /** Texts like the wrong ones that must stay silent. */
  silent: readonly string[];
  /** Texts that are found though they are right. */
  knownFalsePositives?: readonly string[];
}

/** A rule: what it is about, and the one way in which it looks. */
export interface Rule<K extends Keys = Keys> extends About {
  /** Its settings; each has a default in the rule. */
  options?: RecordSchema<K>;
  /** What the rule reads: these kinds of texts, one by one … */
  kinds?: readonly PassageKind[];
  passage?(passage: Passage, tell: Tell, subject: Subject, options: Fields<K>): void;
  /** … or the whole plan. Rules with neither belong to the reader, which finds their problems itself. */
  plan?(subject: Subject, tell: Tell, options: Fields<K>): void;
  /** The same for a value that doesn't stand in the plan, and the name by which its texts print it. */
  value?(value: string, name: string, tell: Tell, subject: Subject): void;
}

/** Declares a rule; its options are typed by their schema. */
export function rule<const K extends Keys>(declared: Rule<K>): Rule {
  return declared as unknown as Rule;
}

/** What the reader finds; it can neither be turned off nor weigh less. Its one example is a whole file. */
interface Found extends Pick<About, 'id' | 'title' | 'why' | 'basis' | 'since'> {
  level?: Severity;
  fix?: About['fix'];
  wrong: string;
  right: string;
}

/** Declares a rule that the reader keeps itself, for the manual and its settings. */
export function foundByReader({ level = 'error', fix = 'none', wrong, right, ...about }: Found): Rule {
  return rule({
    ...about,
    level,
    preset: 'essential',
    fix,
    texts: () => ({ examples: [{ wrong, right, in: 'source' }], silent: [] }),
  });
}

/** Declares what is told of the pages of a plan; comments may turn it off. */
export function foundOnPages(found: Omit<Found, 'fix'>): Rule {
  return { ...foundByReader(found), onPages: true };
}

/** Declares what is found when a document is made. */
export function foundByMaking(found: Omit<Found, 'fix'>): Rule {
  return { ...foundByReader(found), foundBy: 'making' };
}

/** Declares what is wrong with what a plan says of rules; a document is made all the same. */
export function foundInSettings(found: Omit<Found, 'fix' | 'level'>): Rule {
  return { ...foundByReader(found), preset: 'recommended', foundBy: 'settings' };
}

/** The running text of a plan: what a sentence may stand in. */
export const running: readonly PassageKind[] = [
  'body',
  'title',
  'documentTitle',
  'indicator',
  'value',
  'cell',
];
