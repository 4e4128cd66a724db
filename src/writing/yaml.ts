import { flowText, plainOrQuoted } from './quoting.ts';

/** A value as it is to be written; comments stand on lines of their own in front. */
export type Value = string | Text | List | Mapping;

/** A text of which more is said than its words. */
export interface Text {
  kind: 'text';
  text: string;
  /** It was typed for a plan: braces in it name variables. */
  typed?: true;
  /** Whether it stands behind its key or on lines of its own, however long it is. */
  where?: 'behind' | 'below';
}

export interface List {
  kind: 'list';
  items: { value: Value; comments?: readonly string[] }[];
  /** In square brackets on one line. */
  flow?: boolean;
}

export interface Mapping {
  kind: 'map';
  entries: { key: string; value: Value; comments?: readonly string[] }[];
  /** In braces on one line. */
  flow?: boolean;
}

/** The longest text that stands behind its key; longer ones stand below it. */
const longest = 60;

export function map(entries: Mapping['entries']): Mapping {
  return { kind: 'map', entries };
}

export function list(items: readonly Value[], flow = false): List {
  return { kind: 'list', items: items.map((value) => ({ value })), ...(flow && { flow }) };
}

/** The lines of a plan; a blank line parts the keys of the document. */
export function written(plan: Mapping): string {
  const parts = plan.entries.map((entry) => entryLines(entry, 0).join('\n'));
  return parts
    .reduce((text, part, index) => {
      const isBig = (each: string | undefined) => each?.includes('\n') === true;
      return text + (index === 0 ? '' : isBig(part) || isBig(parts[index - 1]) ? '\n\n' : '\n') + part;
    }, '')
    .concat('\n');
}

function entryLines({ key, value, comments = [] }: Mapping['entries'][number], indent: number): string[] {
  const space = ' '.repeat(indent);
  return [
    ...comments.map((each) => commentLine(each, space)),
    ...behind(`${space}${keyText(key)}:`, value, indent),
  ];
}

function commentLine(text: string, space: string): string {
  return `${space}# ${text.replace(/\s+/g, ' ')}`;
}

/** A value behind its key or dash. */
function behind(start: string, value: Value, indent: number): string[] {
  if (typeof value === 'string') return scalarLines(start, { kind: 'text', text: value }, indent);
  if (value.kind === 'text') return scalarLines(start, value, indent);
  if (value.flow) return [`${start} ${inline(value)}`];
  return [start, ...blockLines(value, indent + 2)];
}

/** A value on one line, within brackets or braces. */
export function inline(value: Value): string {
  if (typeof value === 'string') return flowText(inert(value));
  if (value.kind === 'text') return flowText(value.typed ? value.text : inert(value.text));
  if (value.kind === 'list') return `[${value.items.map((item) => inline(item.value)).join(', ')}]`;
  return `{ ${value.entries.map((entry) => `${inline(entry.key)}: ${inline(entry.value)}`).join(', ')} }`;
}

/** Lists and maps on lines of their own. */
export function blockLines(value: List | Mapping, indent: number): string[] {
  if (value.kind === 'map') return value.entries.flatMap((entry) => entryLines(entry, indent));
  const space = ' '.repeat(indent);
  return value.items.flatMap(({ value: item, comments = [] }) => {
    const before = comments.map((each) => commentLine(each, space));
    if (typeof item === 'string' || item.kind === 'text' || item.flow)
      return [...before, ...behind(`${space}-`, item, indent)];
    const lines = blockLines(item, indent + 2);
    const first = lines.findIndex((line) => !/^\s*#/.test(line));
    const opened = lines.map((line, index) =>
      index === first ? `${space}- ${line.slice(indent + 2)}` : line,
    );
    // A comment can't stand between the dash and its key.
    return [
      ...before,
      ...opened.slice(0, first).map((line) => space + line.trimStart()),
      ...opened.slice(first),
    ];
  });
}

function scalarLines(start: string, { text: words, typed, where }: Text, indent: number): string[] {
  const space = ' '.repeat(indent + 2);
  const text = typed ? words : inert(words);
  const isLong = where ? where === 'below' : text.length > longest;
  const isBlock = text.includes('\n') || (isLong && /^\S/.test(text));
  if (!isBlock) return [`${start} ${plainOrQuoted(text)}`];
  if (/^[ \t]|[ \t]\n|[ \t]$|[\u0085\u2028\u2029]/.test(text)) return [`${start} ${JSON.stringify(text)}`];
  return [`${start} |`, ...text.split('\n').map((line) => (line === '' ? '' : space + line))];
}

/** Words of a source are words, be they in braces: they name no variable. */
export function inert(text: string): string {
  return text.replaceAll('{{', '\\{{');
}

/** A key as it can stand in front of a colon. */
function keyText(key: string): string {
  return plainOrQuoted(inert(key));
}
