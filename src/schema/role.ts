import type { Scalar } from './node.ts';

/**
 * What the text behind a key is. Checking asks for titles or bodies by it, comments leave settings and dates alone,
 * templates get dates as they are printed, and batch knows by it whose values decide more than a word.
 */
export type TextRole =
  | 'title'
  | 'body'
  | 'person'
  | 'post'
  | 'unit'
  | 'documentNumber'
  | 'citedTitle'
  /** A day or month of the calendar: read before it is printed. */
  | 'date'
  | 'year'
  | 'deadline'
  | 'indicator'
  | 'value'
  | 'cell'
  /** Printed, but no running text: 密级, a telephone number. */
  | 'label'
  | 'setting';

/** What stands behind a key that holds no text of its own. */
type PartRole =
  /** Keys of its own, which say what they are. */
  | 'parts'
  /** The same, one level below in the outline. */
  | 'below'
  /** Names that texts may use. */
  | 'variable'
  /** For the program itself; templates don't see it. It may hold keys of its own. */
  | 'engine'
  | 'setting';

export type Role = TextRole | PartRole;

/** The roles that a key can have, by what its schema reads. */
export type RoleOf<T> = T extends Scalar | Scalar[] | Scalar[][] ? TextRole : PartRole;
