/** A stretch of a block, as the engine counts: UTF-16 units of its texts, without its number. */
interface Place {
  block: number;
  from: number;
  to: number;
}

/** A text of a page, and how many units of its block stand before it. */
interface Piece {
  node: Text;
  start: number;
}

/** The texts of the pages by their blocks; comments part the blocks, and `labels` says how long their numbers are. */
export type Texts = ReadonlyMap<number, readonly Piece[]>;

export function textsOf(root: Node, labels: readonly number[]): Texts {
  const texts = new Map<number, Piece[]>();
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  let [block, at] = [-1, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Comment) {
      block = Number(node.data);
      at = -(labels[block] ?? 0);
      texts.set(block, []);
    } else if (node instanceof Text && block >= 0 && !/^\s*\n$/.test(node.data)) {
      texts.get(block)?.push({ node, start: at });
      at += node.length;
    }
    // A line break within a cell is one of its text; one in a title was put there to set it.
    else if (node instanceof HTMLBRElement && node.closest('td, th')) at++;
  }
  return texts;
}

/** What stands at a place of the engine's. */
export function rangeOf(texts: Texts, { block, from, to }: Place): Range | undefined {
  const pieces = texts.get(block) ?? [];
  const at = (place: number) => {
    const piece = pieces.findLast(({ start }) => start <= place) ?? pieces[0];
    return (
      piece && { node: piece.node, offset: Math.min(Math.max(0, place - piece.start), piece.node.length) }
    );
  };
  const [start, end] = [at(from), at(to)];
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The place of the engine's on which a person has clicked. */
export function placeAt(
  root: ShadowRoot,
  texts: Texts,
  event: MouseEvent,
): { block: number; offset: number } | undefined {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY, { shadowRoots: [root] });
  const inside = caret && root.contains(caret.offsetNode) ? caret : undefined;
  const element = event.composedPath()[0] as Node;
  for (const [block, pieces] of texts)
    for (const { node, start } of pieces) {
      if (inside?.offsetNode === node) return { block, offset: Math.max(0, start + inside.offset) };
      if (!inside && element.contains(node)) return { block, offset: Math.max(0, start) };
    }
  return undefined;
}
