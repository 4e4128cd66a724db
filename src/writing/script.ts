import { attachmentKeys } from '../plan/attachment.ts';
import { contact, coverNotice, imprint } from '../plan/document-parts.ts';
import { layout, redHeadFields } from '../plan/layout.ts';
import { numbering } from '../plan/numbering.ts';
import { documentNames } from '../plan/plan.ts';
import { Names } from '../schema/schema.ts';
import type { Part } from '../structure/part.ts';
import { allOf } from '../structure/titles.ts';
import { isTraditional, traditional } from '../text/script.ts';
import { known } from './items.ts';
import type { Mapping, Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** A plan in the script of its source: the engine says its own words in the script of the keys. */
export function inScriptOf(parts: readonly Part[], entries: Entries): Entries {
  const lines = parts.flatMap(({ front, preamble, headings }) => [
    ...front.title,
    ...preamble.filter((block) => block.kind === 'line'),
    ...allOf(headings).map((heading) => heading.line),
  ]);
  return isTraditional(lines.map(({ text }) => text).join('')) ? inTraditional(entries) : entries;
}

const all = [
  documentNames,
  new Names(attachmentKeys),
  ...[contact, coverNotice, imprint, layout, numbering, redHeadFields].map(({ names }) => names),
  ...known,
];

/** Titles stay as they were typed. */
function inTraditional(entries: Entries): Entries {
  const own = (key: string) => all.some((names) => names.find(key));
  const within = (value: Value): Value => {
    if (typeof value === 'string' || value.kind === 'text') return value;
    if (value.kind === 'map') return { ...value, entries: inTraditional(value.entries) };
    return { ...value, items: value.items.map((item) => ({ ...item, value: within(item.value) })) };
  };
  return entries.map(({ key, value, ...more }) => ({
    key: own(key) ? traditional(key) : key,
    value: within(value),
    ...more,
  }));
}
