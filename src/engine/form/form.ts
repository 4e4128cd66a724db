import { fields } from '../../plan/item.ts';
import { documentKeys, planNames } from '../../plan/plan.ts';
import { sectionNames } from '../../plan/sections.ts';
import type { Entry, Mapping, Node, Scalar } from '../../schema/node.ts';
import type { Key } from '../../schema/schema.ts';
import { names } from '../../schema/values.ts';
import { rootOf } from './guarded.ts';
import type { Container } from './lines.ts';

/** A text of a file, and where it stands. */
export interface FormText {
  text: string;
  start: number;
}

/** A key of the document with one text, be it written or not. */
export interface FormField {
  label: string;
  note: string;
  isLong: boolean;
  isList: boolean;
  value?: FormText;
}

/** A part or an entry of the outline. */
export interface FormNode {
  title?: FormText;
  text?: FormText;
  /** What else is said of it: 牵头, 时限. */
  others: readonly { label: string; value: FormText }[];
  /** Where it stands, and whether there is one above and below it to change places with. */
  container: Container;
  index: number;
  first: boolean;
  last: boolean;
  /** The entries below it. */
  children: readonly FormNode[];
}

export interface Form {
  fields: readonly FormField[];
  parts: readonly FormNode[];
  /** The parts that there aren't yet. */
  missing: readonly string[];
}

const shown = [
  ...['title', 'kind', 'issuer', 'year', 'docNumber', 'recipients', 'preamble'],
  ...['closing', 'signers', 'date', 'cc', 'note'],
] as const;

/** A file as a form and a tree; undefined where its notation is broken. */
export function formOf(source: string): Form | undefined {
  const root = rootOf(source);
  if (root?.kind !== 'map') return undefined;
  const found = new Map(root.entries.map(({ key, value }) => [planNames.find(key.text), value]));
  return {
    fields: shown.map((name) => fieldOf(documentKeys[name] as Key<unknown>, found.get(name))),
    parts: partsOf(root),
    missing: Object.entries(sectionNames.keys)
      .filter(([name]) => !found.has(name))
      .map(([, { label }]) => label),
  };
}

function fieldOf({ label, note, role, schema }: Key<unknown>, node: Node | undefined): FormField {
  const isList = schema.expects === names.expects || role === 'unit';
  return { label, note, isLong: role === 'body', isList, ...textIn(node) };
}

function textIn(node: Node | undefined): { value?: FormText } {
  if (node?.kind === 'scalar') return { value: { text: node.text.trimEnd(), start: node.start } };
  // Sentences can't stand in one line and be parted again.
  const isName = (item: Node) => item.kind === 'scalar' && !/[、，,；;。\n]/.test(item.text);
  if (node?.kind !== 'list' || !node.items.every(isName)) return {};
  return { value: { text: node.items.map((item) => (item as Scalar).text).join('、'), start: node.start } };
}

type Content = Pick<FormNode, 'title' | 'text' | 'others' | 'children'>;

/** Sections in the order of the file, those of 正文 in its place. */
function partsOf(root: Mapping): FormNode[] {
  const isPart = ({ key }: Entry) => sectionNames.find(key.text) !== undefined;
  return root.entries.flatMap((entry, index): FormNode[] => {
    if (planNames.find(entry.key.text) === 'body') return entriesOf(entry.value);
    if (!isPart(entry)) return [];
    const before = root.entries[index - 1];
    const after = root.entries[index + 1];
    const place = {
      container: -1,
      index,
      first: !(before && isPart(before)),
      last: !(after && isPart(after)),
    };
    return [{ ...place, ...partOf(entry) }];
  });
}

/** The title of a part is its key, which has to stay one; what calls a group of people is said of it. */
function partOf({ key, value }: Entry): Omit<FormNode, 'container' | 'index' | 'first' | 'last'> {
  const { title, others, ...rest } = contentOf(value);
  const called = value.kind === 'map' && title ? [{ label: calling(value, title), value: title }] : [];
  return { title: { text: key.text, start: -1 }, others: [...called, ...others], ...rest };
}

function calling({ entries }: Mapping, { start }: FormText): string {
  return entries.find(({ value }) => value.start === start)?.key.text ?? '标题';
}

function entriesOf(list: Node | undefined): FormNode[] {
  if (list?.kind !== 'list' || list.flow) return [];
  return list.items.map((item, index) => ({
    container: list.start,
    index,
    first: index === 0,
    last: index === list.items.length - 1,
    ...entryOf(item),
  }));
}

function entryOf(item: Node): Content {
  if (item.kind !== 'map') return contentOf(item);
  const [only] = item.entries;
  if (item.entries.length === 1 && only && fields.names.find(only.key.text) === undefined)
    return { title: { text: only.key.text, start: only.key.start }, ...contentOf(only.value) };
  return contentOf(item);
}

/** What a part or an entry holds: a text, entries, or fields. */
function contentOf(node: Node): Content {
  if (node.kind === 'scalar')
    return { text: { text: node.text.trimEnd(), start: node.start }, others: [], children: [] };
  if (node.kind === 'list') return { others: [], children: entriesOf(node) };
  if (node.kind !== 'map') return { others: [], children: [] };
  const named = (wanted: keyof typeof fields.keys) =>
    node.entries.find(({ key }) => fields.names.find(key.text) === wanted)?.value;
  const title = textIn(named('title')).value ?? textIn(firstTitle(node)).value;
  const text = textIn(named('text') ?? named('lead')).value;
  const others = node.entries.flatMap(({ key, value: inner }) => {
    const { value } = textIn(inner);
    return value && value.start !== title?.start && value.start !== text?.start
      ? [{ label: key.text, value }]
      : [];
  });
  return {
    ...(title && { title }),
    ...(text && { text }),
    others,
    children: [...entriesOf(named('items')), ...entriesOf(named('enumeration'))],
  };
}

/** Goals, tasks and steps are called 指标, 名称 and 阶段. */
function firstTitle({ entries }: Mapping): Node | undefined {
  return entries.find(({ key }) => /^(?:指标|名称|阶段)$/.test(key.text))?.value;
}
