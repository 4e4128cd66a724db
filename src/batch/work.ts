import type { Value } from '../data/table.ts';
import type { NumberedBlock } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Album } from '../document/picture.ts';
import type { Stencil, Values } from '../document/stencil.ts';
import type { Format, Style } from '../formats/format.ts';
import type { Plan } from '../plan/plan.ts';
import type { Variables } from '../plan/variables.ts';
import type { Compose } from '../template/compose.ts';
import type { Uses } from '../template/steering.ts';

/** What is the same for all rows. */
export interface Work {
  plan: Plan;
  compose: Compose;
  uses: Uses;
  /** The plan's own variables and those of the command line, which the rows come before. */
  given: Variables;
  columns: readonly string[];
  formats: readonly Format[];
  own?: Pick<Style, 'letterhead' | 'look'>;
  album?: Album;
  /** What is amiss with the first page of a document. */
  amiss?: FrontCheck;
  /** Makes a review copy of a row's document, for formats that can hold comments. */
  copy?: ((finished: Document, values: readonly Value[]) => Document) | undefined;
}

/** What is amiss with the first page of a document; and whether words may change that of many that differ in them. */
export interface FrontCheck {
  of(blocks: readonly NumberedBlock[]): string | undefined;
  isSame(blocks: Stencil['blocks']): (values: Values) => boolean;
}
