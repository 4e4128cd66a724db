import { complete, explained } from '../engine/complete.ts';
import { namingAt } from '../engine/naming.ts';
import { type Position, Positions } from './positions.ts';
import type { Text } from './texts.ts';

/** Kinds of the protocol: a property, one of a few values, a variable. */
const kinds = { key: 10, value: 12, variable: 6 } as const;

/** What may be typed at a place; `known` are the variables of the plan as it could last be read. */
export function completion(
  { source, concerns }: Text,
  at: Position,
  known: readonly string[],
  snippets: boolean,
): object | null {
  const positions = new Positions(source);
  const offset = positions.offset(at);
  // A line has no end but its own to who looks at it by its characters.
  const found = concerns ? complete(source.replaceAll('\r', ' '), offset, known) : undefined;
  if (found === undefined) return null;
  const range = positions.range({ start: found.from, end: offset });
  const items = found.offers.map(({ label, text, kind, note }, index) => ({
    label,
    kind: kinds[kind],
    detail: note,
    // As they are declared, which is the order of a document.
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    insertTextFormat: snippets ? 2 : 1,
    textEdit: { range, newText: snippets ? snippet(text) : text },
  }));
  return { isIncomplete: false, items };
}

function snippet(text: string): string {
  return `${text.replace(/[\\$}]/g, '\\$&')}$0`;
}

/** What the manual says of a key, or what a variable stands for. */
export function hover({ source, concerns }: Text, at: Position): object | null {
  if (!concerns) return null;
  const positions = new Positions(source);
  const offset = positions.offset(at);
  const naming = namingAt(source, offset);
  const told = naming
    ? {
        from: naming.here.start,
        to: naming.here.end,
        title: naming.path.join('.'),
        note: meaning(naming.value),
      }
    : explained(source.replaceAll('\r', ' '), offset);
  return told
    ? {
        contents: { kind: 'markdown', value: `**${plain(told.title)}**\n\n${plain(told.note)}` },
        range: positions.range({ start: told.from, end: told.to }),
      }
    : null;
}

function meaning(value: string | undefined): string {
  return value === undefined ? '“变量”里没有它：值由数据表的一列或 --set 给出。' : `变量，值是“${value}”。`;
}

function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
