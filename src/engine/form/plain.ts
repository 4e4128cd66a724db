import type { Node } from '../../schema/node.ts';

/** What a file says, without how it says it, as data that can be compared. */
export type Plain = string | null | readonly Plain[] | { readonly of: readonly (readonly [string, Plain])[] };

/** What a node says; `instead` puts something else in the place of some nodes. */
export function plainOf(node: Node, instead: (node: Node) => Plain | undefined = () => undefined): Plain {
  const other = instead(node);
  if (other !== undefined) return other;
  switch (node.kind) {
    case 'scalar':
      return node.text.trimEnd();
    case 'list':
      return node.items.map((item) => plainOf(item, instead));
    case 'map':
      return {
        of: node.entries.map(({ key, value }) => [String(plainOf(key, instead)), plainOf(value, instead)]),
      };
    case 'empty':
      return null;
  }
}

export function isSame(one: Plain, other: Plain): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
