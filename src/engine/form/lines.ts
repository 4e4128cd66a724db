import type { Node } from '../../schema/node.ts';
import type { Rewrite } from '../../text/patchwork.ts';
import { firstSound, rootOf, waysToWrite } from './guarded.ts';
import { type Plain, plainOf } from './plain.ts';
import { type Lines, linesOf, nextLine } from './whole.ts';

/** A list of entries below each other, by where it begins; or the parts of the file itself, at −1. */
export type Container = number;

/** What stands below each other in a container: the lines of each, and what it says. */
interface Held {
  lines: Lines[];
  indent: string;
  /** What the file says when these are said in another order. */
  expected(order: (plain: readonly Plain[]) => readonly Plain[]): Plain;
}

/** Swaps two neighbours, each with the comments above it. */
export function moved(source: string, container: Container, index: number, to: number) {
  const held = heldIn(source, container);
  const [one, other] = [held?.lines[index], held?.lines[to]];
  if (!held || !one || !other) return undefined;
  const expected = held.expected((all) =>
    all.map((each, at) => (at === index ? all[to] : at === to ? all[index] : each) ?? null),
  );
  const text = ({ start, end }: Lines) => source.slice(start, end);
  const rewrites: Rewrite[] = [
    { ...one, text: text(other) },
    { ...other, text: text(one) },
  ];
  return firstSound(source, expected, [rewrites.sort((a, b) => a.start - b.start)]);
}

/** Takes an entry out, with its comments. The last one of a list can't go: its key would have nothing. */
export function removed(source: string, container: Container, index: number) {
  const held = heldIn(source, container);
  const lines = held?.lines[index];
  if (!held || !lines || held.lines.length < 2) return undefined;
  const expected = held.expected((all) => all.filter((_, at) => at !== index));
  const end = nextLine(source, lines.end);
  return firstSound(source, expected, [[{ start: lines.start, end, text: '' }]]);
}

/** Puts an entry with a title and a text behind another one, written as that one is. */
export function added(
  source: string,
  container: Container,
  index: number,
  { title, text }: { title?: string; text: string },
) {
  const held = heldIn(source, container);
  const lines = held?.lines[index];
  if (!held || !lines) return undefined;
  const said: Plain = title === undefined ? text : { of: [[title, text]] };
  const expected = held.expected((all) => [...all.slice(0, index + 1), said, ...all.slice(index + 1)]);
  const mark = container === -1 ? '' : '- ';
  const key = title === undefined ? '' : `${title}: `;
  const ways = [...waysToWrite(text, `${held.indent}${mark === '' ? '' : '  '}`)];
  const written = ways.map((way) => [
    { start: lines.end, end: lines.end, text: `\n${held.indent}${mark}${key}${way}` },
  ]);
  return firstSound(source, expected, written);
}

function heldIn(source: string, container: Container): Held | undefined {
  const root = rootOf(source);
  if (root?.kind !== 'map') return undefined;
  if (container === -1) {
    const lines = root.entries.map(({ key, value }) =>
      linesOf(source, key.start, value.kind === 'empty' ? key : value),
    );
    const { of } = plainOf(root) as { of: readonly (readonly [string, Plain])[] };
    const entries = of.map((entry): Plain => ({ of: [entry] }));
    return {
      lines,
      indent: '',
      expected: (order) => ({ of: order(entries).flatMap((each) => (each as { of: typeof of }).of) }),
    };
  }
  const list = listAt(root, container);
  if (list?.kind !== 'list' || list.flow) return undefined;
  const [first] = list.items;
  const line = source.slice(source.lastIndexOf('\n', (first?.start ?? 0) - 1) + 1, first?.start);
  return {
    lines: list.items.map((item) => linesOf(source, item.start, item)),
    indent: /^ */.exec(line)?.[0] ?? '',
    expected: (order) =>
      plainOf(root, (each) => (each === list ? order(list.items.map((item) => plainOf(item))) : undefined)),
  };
}

function listAt(node: Node, start: number): Node | undefined {
  if (node.kind === 'list' && node.start === start) return node;
  const inner =
    node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
  for (const each of inner) {
    const found = listAt(each, start);
    if (found) return found;
  }
  return undefined;
}
