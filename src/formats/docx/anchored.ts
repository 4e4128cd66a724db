import type { Twips } from '../../page/profile.ts';

export const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

/** What a drawing is placed from, and how far from it or at which end of it. */
interface Place {
  from: 'margin' | 'column' | 'paragraph';
  at: Twips | 'left' | 'bottom';
}

interface Anchored {
  horizontal: Place;
  vertical: Place;
  size: string;
  /** Text runs over what it doesn't make way for. */
  makesWay: boolean;
}

/** A drawing that floats beside the paragraph that it hangs on (ECMA-376 20.4.2.3). */
export function anchored({ horizontal, vertical, size, makesWay }: Anchored, content: string): string {
  const position = (side: 'H' | 'V', { from, at }: Place) => {
    const place =
      typeof at === 'number' ? `<wp:posOffset>${at * 635}</wp:posOffset>` : `<wp:align>${at}</wp:align>`;
    return `<wp:position${side} relativeFrom="${from}">${place}</wp:position${side}>`;
  };
  const wrap = makesWay ? 'wrapTopAndBottom' : 'wrapNone';
  return `<w:r><w:drawing><wp:anchor xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="${makesWay ? 0 : 1}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>${position('H', horizontal)}${position('V', vertical)}<wp:extent ${size}/><wp:${wrap}/>${content}</wp:anchor></w:drawing></w:r>`;
}
