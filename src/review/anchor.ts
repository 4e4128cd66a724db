import type { Anchor } from '../document/anchor.ts';
import { type Inline, type NumberedBlock, withTexts } from '../document/block.ts';
import { gather } from '../text/groups.ts';
import type { Range } from './marks.ts';

/** The comments that begin and end at each place of a document. */
interface Anchors {
  begins: ReadonlyMap<number, readonly number[]>;
  ends: ReadonlyMap<number, readonly number[]>;
}

/** The blocks with their texts cut where comments begin and end; the number of a comment is that of its range. */
export function anchored(blocks: readonly NumberedBlock[], ranges: readonly Range[]): NumberedBlock[] {
  const anchors = {
    begins: numbersBy(ranges.map(({ from }) => from)),
    ends: numbersBy(ranges.map(({ to }) => to)),
  };
  const places = [...new Set([...anchors.begins.keys(), ...anchors.ends.keys()])].sort((a, b) => a - b);
  let from = 0;
  const cut = (text: Inline[]) => {
    const pieces = text.flatMap((inline) => {
      const start = from;
      from += inline.text.length;
      const inside = places.filter((place) => place > start && place < from);
      return cutAt(inline, [start, ...inside], from, anchors);
    });
    from++;
    return pieces;
  };
  return blocks.map((block) => withTexts(block, cut));
}

const comment = (number: number): Anchor => ({ kind: 'comment', number });

function numbersBy(places: readonly number[]): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  places.forEach((place, number) => {
    gather(numbers, place, number);
  });
  return numbers;
}

function cutAt(inline: Inline, starts: readonly number[], to: number, { begins, ends }: Anchors): Inline[] {
  const [first = 0] = starts;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? to;
    const [opening, closing] = [begins.get(start), ends.get(end)];
    return {
      text: inline.text.slice(start - first, end - first),
      bold: inline.bold,
      ...(opening && { begins: opening.map(comment) }),
      ...(closing && { ends: closing.map(comment) }),
    };
  });
}
