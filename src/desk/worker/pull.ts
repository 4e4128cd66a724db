import { withRow } from '../../batch/rows.ts';
import type { Remembered } from '../../document/remembered.ts';
import { among, missing } from '../../engine/pull/chosen.ts';
import { summed } from '../../engine/pull/counted.ts';
import { changedSince, type Edited, editedDocument, ungiven, unlikeness } from '../../engine/pull/edited.ts';
import { type Original, type Pulled, pulled } from '../../engine/pull/pulled.ts';
import { type Remark, remarks } from '../../engine/pull/remarks.ts';
import { together } from '../../engine/pull/together.ts';
import { UserError } from '../../errors.ts';
import { type Rewrite, rewritesIn } from '../../text/patchwork.ts';
import type { Text } from './look.ts';
import { changeItem, type Item, remarkItem } from './pull-item.ts';
import { worldOf } from './world.ts';

/** What was changed in a document. */
export interface PullSeen {
  /** Whether the document seems to be one of the plan. */
  isKin: boolean;
  /** “改动 5 处，能收回 4 处”, or how little of the document comes from the plan. */
  told: string;
  notes: readonly string[];
  /** Changes in the order of the document, then its comments; they are wanted by their places here. */
  items: readonly Item[];
}

/** What was read last. */
let held:
  | { printed: Edited['printed']; original: Original; found: Pulled; said: readonly Remark[] }
  | undefined;

/** Holds an edited Word file against the document of a text. */
export async function pull(
  { name, source, given = {} }: Text,
  file: string,
  bytes: Uint8Array,
): Promise<PullSeen> {
  const { printed, remembered } = editedDocument(bytes, file, 'accepted');
  const original: Original = {
    name,
    source,
    world: worldOf(name),
    given: withRow({}, Object.keys(given), Object.values(given)),
    ...(remembered && { remembered }),
  };
  const found = await pulled(printed, original);
  const said = await remarks(printed, { ...original, source: found.source });
  held = { printed, original, found, said };
  const unlike = unlikeness(found);
  const isNamed = remembered?.memory?.plan === name.slice(name.lastIndexOf('/') + 1);
  return {
    isKin: isNamed || unlike === undefined,
    told: unlike ?? summed({ pulled: found, remarks: said }),
    notes: [...ungivenNotes(remembered, given), ...changedSince(remembered, original)],
    items: [...found.changes.map(changeItem), ...said.map((each) => remarkItem(each, found))],
  };
}

/** Values that the document was made with come from a table. */
function ungivenNotes(
  remembered: Remembered | undefined,
  given: Readonly<Record<string, unknown>>,
): string[] {
  const left = ungiven(remembered, Object.keys(given)).map((each) => `“${each}”`);
  return left.length === 0
    ? []
    : [
        `这一份生成的时候另外给了${left.join('、')}：先在“成批生成”里点开它那一行，再把文件拖进来，不然都当作改动。`,
      ];
}

/**
 * The changes of the text that carry what is wanted of the document, tried together without what is left; or those that
 * can't be carried without it.
 */
export async function pullChosen(
  source: string,
  wanted: readonly number[],
): Promise<{ rewrites: readonly Rewrite[] } | { bound: readonly number[] }> {
  if (held?.original.source !== source) throw new UserError('计划改过了，再把文件拖进来一次。');
  const { printed, original, found, said } = held;
  const { changes } = found;
  const some = changes.filter((_, index) => wanted.includes(index));
  const isAll = changes.every((each) => !each.taken || some.includes(each));
  const back = isAll ? found : await pulled(printed, { ...original, wants: among(some, changes) });
  const bound = missing(
    some.filter(({ taken }) => taken),
    back.changes,
  );
  if (bound.length > 0) return { bound: bound.map((each) => changes.indexOf(each)) };
  const all = isAll ? said : await remarks(printed, { ...original, source: back.source });
  const { pieces, refused } = together(
    source,
    back.pieces,
    all.filter((_, index) => wanted.includes(changes.length + index)),
    some.filter((each) => !each.taken),
  );
  if (refused.length > 0) return { bound: refused.map((each) => changes.indexOf(each)) };
  return { rewrites: rewritesIn(pieces, source.length) };
}
