import type { Node, Scalar, Span } from '../schema/node.ts';

export interface NodeSpan extends Span {
  /** A value of one's own, in which # is a text and no comment. */
  text: boolean;
}

/** Every key with its value, every entry of a list, and every text. */
export function spansOf(root: Node): NodeSpan[] {
  const found: NodeSpan[] = [];
  const scalar = ({ start, end }: Scalar) => found.push({ start, end, text: true });
  const visit = (node: Node): void => {
    if (node.kind === 'scalar') scalar(node);
    else if (node.kind === 'list')
      for (const item of node.items) {
        found.push({ start: item.start, end: item.end, text: false });
        visit(item);
      }
    else if (node.kind === 'map')
      for (const { key, value } of node.entries) {
        found.push({ start: key.start, end: Math.max(key.end, value.end), text: false });
        scalar(key);
        visit(value);
      }
  };
  visit(root);
  return found;
}
