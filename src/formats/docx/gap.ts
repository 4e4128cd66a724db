import type { Twips } from '../../page/profile.ts';
import { anchored, drawing } from './anchored.ts';

const shape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

/**
 * A shape without lines or a face at the foot of the page that its place is on (ECMA-376 20.4.2.20). It is hidden, so that
 * nobody has it read aloud as a picture.
 */
export function gap(number: number, height: Twips): string {
  // Its width counts for nothing, since no text stands beside it.
  const size = `cx="360000" cy="${Math.round(height) * 635}"`;
  return anchored(
    {
      horizontal: { from: 'margin', at: 'left' },
      vertical: { from: 'margin', at: 'bottom' },
      size,
      makesWay: true,
    },
    `<wp:docPr id="${number}" name="空白" hidden="1"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${shape}"><wps:wsp xmlns:wps="${shape}"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>`,
  );
}
