import { sectionNames } from '../plan/sections.ts';
import type { Heading, Part } from '../structure/part.ts';
import { append } from '../text/long-lists.ts';
import { chunkFields, prose } from './content.ts';
import { titleParties } from './fields.ts';
import type { Forms } from './forms.ts';
import { contentValue, type Items, isMisread, numberingEntry } from './items.ts';
import { fieldsOfTopic, topicOf } from './topic.ts';
import { type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];
type Entry = Entries[number];

/** A section as it may stand: under a key of its own, or as an entry of 正文. */
interface Section {
  key?: string;
  value: Value;
  entry: Value;
  comments?: readonly string[];
}

/** 导语, the sections and 正文 of a part, in their order. */
export function bodyOf({ preamble, headings }: Part, items: Items, forms: Forms): Entries {
  const hasTables = preamble.some(
    (block) => block.kind === 'table' || block.kind === 'box' || (block.kind === 'picture' && block.placed),
  );
  const lines = preamble.filter((block) => block.kind === 'line');
  const literal = items.literal(headings);
  const made = headings.filter((each) => !forms.literal.has(each));
  const opening = hasTables
    ? items.chunks(preamble).map((chunk): Section => wrapped(map(chunkFields(chunk, false))))
    : [];
  const sections = [
    ...opening,
    ...(literal.length > 0
      ? [wrapped(map(chunkFields(items.merged(items.chunks(literal), false), false)))]
      : []),
    ...sectionsOf(made, items, forms),
  ];
  if (sections.length === 0 && lines.length > 0) return [{ key: '正文', value: contentValue(prose(lines)) }];
  return [
    ...(lines.length > 0 && !hasTables ? [{ key: '导语', value: prose(lines) }] : []),
    ...keyed(sections),
  ];
}

function wrapped(entry: Value): Section {
  return { value: entry, entry };
}

function sectionsOf(headings: readonly Heading[], items: Items, forms: Forms): Section[] {
  const sections: Section[] = [];
  let run: Heading[] = [];
  const flush = () => {
    if (run.length > 0)
      sections.push(wrapped(map([...levelEntry(run, forms), { key: '条目', value: items.list(run) }])));
    run = [];
  };
  for (const heading of headings) {
    if (items.titleOf(heading) === undefined) run.push(heading);
    else {
      flush();
      append(sections, sectionOf(heading, items, forms));
    }
  }
  flush();
  return sections;
}

function levelEntry([first]: readonly Heading[], forms: Forms): Entries {
  const level = first ? (forms.levelOf.get(first) ?? 1) : 1;
  return level === 1 ? [] : numberingEntry(forms.levels[level - 1]);
}

/** A section; what stands between and behind its tables are parts without titles. */
function sectionOf(heading: Heading, items: Items, forms: Forms): Section[] {
  const title = items.titleOf(heading) ?? '';
  const { entries, numbering } = items.below(heading.below, title);
  const hasBelow = entries.items.length > 0;
  const all = items.chunks(items.contentOf(heading));
  const chunks = hasBelow && !items.mayOpen(heading.below) ? [items.merged(all, true)] : all;
  const form = numbering(1);
  const last = chunks.at(-1);
  const isApart = hasBelow && (chunks.length > 1 || (last && last.tables.length + last.pictures.length > 0));
  const below: Entries = hasBelow ? [{ key: '条目', value: entries }] : [];
  const [first = [], ...more] = chunks.map((chunk, index) => {
    const isLast = index === chunks.length - 1 && !isApart;
    const fields = [
      ...(isLast && hasBelow ? numberingEntry(form) : []),
      ...chunkFields(chunk, !hasBelow, forms.apart),
      ...(isLast ? below : []),
      ...(index === 0 ? titleParties(heading) : []),
    ];
    return fieldsOfTopic(fields, topicOf(title));
  });
  const known = isKnown(title);
  const comments = items.comments(heading);
  const value = shortest(first);
  const entry = items.entry(title, first);
  return [
    { ...(known && first.length > 0 && { key: title }), value, entry, ...comments },
    ...more.map((fields) => wrapped(map(fields))),
    ...(isApart ? [wrapped(map([...numberingEntry(form ?? items.formOf(heading.below)), ...below]))] : []),
  ];
}

/** The text or the list alone where there is nothing else. */
function shortest(fields: Entries): Value {
  const [only, ...more] = fields;
  const isAlone = only && more.length === 0 && (only.key === '内容' || only.key === '条目');
  return isAlone && !isMisread(only.value) ? only.value : map(fields);
}

/** 指导思想 and what else has a key of its own; English words have none. */
function isKnown(title: string): boolean {
  return sectionNames.find(title) !== undefined && !/^\w+$/.test(title);
}

/** Known sections under their keys; from the first title of one's own to the last all stand under 正文. */
function keyed(sections: readonly Section[]): Entries {
  const isOwn = ({ key }: Section, index: number) =>
    key === undefined || sections.findIndex((each) => each.key === key) !== index;
  const first = sections.findIndex(isOwn);
  const last = sections.findLastIndex(isOwn);
  const entries = (from: number, to: number) =>
    sections
      .slice(from, to)
      .map(({ key = '', value, comments }): Entry => ({ key, value, ...(comments && { comments }) }));
  if (first < 0) return entries(0, sections.length);
  const own = sections
    .slice(first, last + 1)
    .map(({ entry, comments }) => ({ value: entry, ...(comments && { comments }) }));
  return [
    ...entries(0, first),
    { key: '正文', value: { kind: 'list', items: own } },
    ...entries(last + 1, sections.length),
  ];
}
