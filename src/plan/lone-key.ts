import type { Entry } from '../schema/node.ts';
import type { Names } from '../schema/schema.ts';

/** What marks an entry of a kind: a key of its schema. */
interface Mark {
  key: string;
  schema: { names: Names };
}

/** Fields that make sense as the only one of an entry; any other key that stands alone is a title, be it 目标 or 时限. */
const aloneAsField = new Set([
  'title',
  'text',
  'items',
  'enumeration',
  'tables',
  'pictures',
  'leaders',
  'document',
  'documentNumber',
  'indicator',
  'phase',
  'name',
]);

/** Fields that list what entries may be, too. */
const listing = new Set(['goals', 'tasks', 'steps']);

/** Whether the only key of an entry is its title, and no field. */
export function isTitle(entry: Entry, fields: Names, marks: readonly Mark[]): boolean {
  const known = [fields, ...marks.map(({ schema }) => schema.names)];
  return (
    known.every((names) => !aloneAsField.has(names.find(entry.key.text) ?? '')) &&
    !holdsFields(entry, fields, marks)
  );
}

/** `- 目标: {指标: …}`, which could stand below no title; a list of them could. */
function holdsFields({ key, value }: Entry, fields: Names, marks: readonly Mark[]): boolean {
  if (!listing.has(fields.find(key.text) ?? '')) return false;
  const isMarked = ({ key: mark, schema }: Mark, own: string) =>
    mark !== 'title' && schema.names.find(own) === mark;
  return (value.kind === 'list' ? value.items : [value]).some(
    (each) =>
      each.kind === 'map' && each.entries.some((own) => marks.some((mark) => isMarked(mark, own.key.text))),
  );
}
