import { documentKeys, planNames } from '../../plan/plan.ts';
import type { Node } from '../../schema/node.ts';
import type { Rewrite } from '../../text/patchwork.ts';
import { firstSound, indentAt, rootOf, waysToWrite } from './guarded.ts';
import { type Plain, plainOf } from './plain.ts';
import { endOf, lineEnd } from './whole.ts';

/** The changes that give a value other words, or other names where it is a list of them; nothing else is touched. */
export function withText(source: string, start: number, text: string): readonly Rewrite[] | undefined {
  const root = rootOf(source);
  const node = root && nodeAt(root, start);
  if (!root || !node || (node.kind !== 'scalar' && node.kind !== 'list')) return undefined;
  const names = node.kind === 'list' ? namesIn(text) : undefined;
  const said: Plain = names && names.length > 1 ? names : (names?.[0] ?? text.trimEnd());
  const expected = plainOf(root, (each) => (each === node ? said : undefined));
  const ways = typeof said === 'string' ? waysToWrite(said, indentAt(source, start)) : listsOf(names ?? []);
  // A list below its key is one line behind it now.
  const from = node.kind === 'list' && !node.flow ? source.lastIndexOf('\n', start - 1) : start;
  const space = from === start ? '' : ' ';
  const end = endOf(source, node);
  const written = [...ways].map((way) => [{ start: from, end, text: space + way }]);
  return firstSound(source, expected, written);
}

/** A new key with its value, behind the last of those that stand before it in the declarations. */
export function withKey(
  source: string,
  { label, text, isList }: { label: string; text: string; isList: boolean },
): readonly Rewrite[] | undefined {
  const root = rootOf(source);
  if (root?.kind !== 'map') return undefined;
  const own = order.indexOf(label);
  const isBefore = (typed: string) => {
    const at = order.indexOf(planNames.keys[planNames.find(typed) ?? '']?.label ?? '');
    return at >= 0 && at < own;
  };
  const index = root.entries.findLastIndex(({ key }) => isBefore(key.text)) + 1;
  const last = root.entries[index - 1];
  const at = last ? endOf(source, last.value.kind === 'empty' ? last.key : last.value) : 0;
  const place = last ? lineEnd(source, at) : 0;
  const names = isList ? namesIn(text) : [];
  const said: Plain = names.length > 1 ? names : text.trimEnd();
  const { of } = plainOf(root) as { of: readonly (readonly [string, Plain])[] };
  const expected = { of: [...of.slice(0, index), [label, said] as const, ...of.slice(index)] };
  const ways = names.length > 1 ? listsOf(names) : waysToWrite(text, '');
  const lines = [...ways].map((way) => {
    const line = `${label}: ${way}`;
    return [{ start: place, end: place, text: last ? `\n${line}` : `${line}\n` }];
  });
  return firstSound(source, expected, lines);
}

/** The keys of documents, in the order in which they are declared and mostly written. */
const order = Object.values(documentKeys).map(({ label }) => label);

function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

function* listsOf(names: readonly string[]): Iterable<string> {
  yield `[${names.join(', ')}]`;
  yield `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
}

function nodeAt(node: Node, start: number): Node | undefined {
  if (node.start === start && (node.kind === 'scalar' || node.kind === 'list')) return node;
  if (node.kind === 'list') return firstIn(node.items, start);
  if (node.kind === 'map')
    return firstIn(
      node.entries.flatMap(({ key, value }) => [key, value]),
      start,
    );
  return undefined;
}

function firstIn(nodes: readonly Node[], start: number): Node | undefined {
  for (const each of nodes) {
    if (start < each.start || start > each.end) continue;
    const found = nodeAt(each, start);
    if (found) return found;
  }
  return undefined;
}
