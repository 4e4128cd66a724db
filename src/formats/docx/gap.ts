import type { Twips } from '../../page/profile.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const shape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

/**
 * A shape without lines or a face at the foot of the page that its place is on (ECMA-376 20.4.2.3, 20.4.2.20). It is hidden, so
 * that nobody has it read aloud as a picture.
 */
export function gap(number: number, height: Twips): string {
  // Its width counts for nothing, since no text stands beside it.
  const size = `cx="360000" cy="${Math.round(height) * 635}"`;
  const at = (side: 'H' | 'V', align: string) =>
    `<wp:position${side} relativeFrom="margin"><wp:align>${align}</wp:align></wp:position${side}>`;
  return `<w:r><w:drawing><wp:anchor xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>${at('H', 'left')}${at('V', 'bottom')}<wp:extent ${size}/><wp:wrapTopAndBottom/><wp:docPr id="${number}" name="空白" hidden="1"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${shape}"><wps:wsp xmlns:wps="${shape}"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
}
