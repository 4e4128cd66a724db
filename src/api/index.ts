import { examined } from '../engine/examined.ts';
import { headingsOf } from '../engine/outline.ts';
import { UserError } from '../errors.ts';
import { templateOf } from '../template/kind.ts';
import { givenBy } from './around.ts';
import { batched } from './batched.ts';
import { importedFrom } from './imported.ts';
import { rendered } from './rendered.ts';
import { told } from './told.ts';
import type {
  Around,
  Format,
  HowToBatch,
  HowToImport,
  HowToRender,
  Imported,
  PlanRead,
  Problem,
  Rendered,
  RowRendered,
} from './types.ts';

export type * from './types.ts';

/** A sentence for the person who gave the file: it isn't what it should be. */
export { UserError };

/** What a plan says, and what stands in the way of a document. */
export async function read(plan: string | Uint8Array, around: Around = {}): Promise<PlanRead> {
  const given = givenBy(plan, around);
  const { draft, problems } = await examined(given);
  return {
    ...(draft && {
      title: draft.document.facts.title,
      kind: templateOf(draft.plan, given.world.kinds(), () => {}),
    }),
    variables: Object.keys(draft?.plan.variables ?? {}),
    outline: headingsOf(draft?.document.blocks ?? []).map(({ level, label, text }) => ({
      level,
      number: label,
      text,
    })),
    problems: told(given.source, problems),
  };
}

/** Everything that checking finds in a plan. */
export async function lint(plan: string | Uint8Array, around: Around = {}): Promise<Problem[]> {
  const given = givenBy(plan, around);
  const { draft, problems } = await examined(given);
  return told(given.source, [...problems, ...(draft?.found ?? [])]);
}

/** The document of a plan. */
export async function render(
  plan: string | Uint8Array,
  how: HowToRender & { format: 'docx' },
): Promise<Rendered<Uint8Array>>;
export async function render(
  plan: string | Uint8Array,
  how: HowToRender & { format: 'md' | 'html' },
): Promise<Rendered<string>>;
export async function render(
  plan: string | Uint8Array,
  how: HowToRender & { format: Format },
): Promise<Rendered<Uint8Array | string>>;
export async function render(
  plan: string | Uint8Array,
  how: HowToRender & { format: Format },
): Promise<Rendered<Uint8Array | string>> {
  return rendered(givenBy(plan, how), how);
}

/** The plans of a Word file, a web page, Markdown or a text. */
export async function importDocument(document: string | Uint8Array, how: HowToImport): Promise<Imported> {
  return importedFrom(document, how);
}

/** A document of each row of a table, one after the other. */
export function batch(
  plan: string | Uint8Array,
  how: HowToBatch<'docx'>,
): AsyncGenerator<RowRendered<Uint8Array>, void, undefined>;
export function batch(
  plan: string | Uint8Array,
  how: HowToBatch<'md' | 'html'>,
): AsyncGenerator<RowRendered<string>, void, undefined>;
export function batch(
  plan: string | Uint8Array,
  how: HowToBatch,
): AsyncGenerator<RowRendered<Uint8Array | string>, void, undefined> {
  return batched(givenBy(plan, how), how);
}
