import type { Style } from './sheet.ts';
import { declaration, namespaces } from './xml.ts';

interface Look {
  font: number;
  fill: number;
  border: number;
  /** 49 is text, from 164 on are our own (ECMA-376 18.8.30). */
  format: number;
  align: string;
}

const top = 'vertical="top" wrapText="1"';
const plain: Look = { font: 0, fill: 0, border: 1, format: 0, align: 'vertical="center" wrapText="1"' };
const looks: Readonly<Record<Style, Look>> = {
  plain,
  head: {
    ...plain,
    font: 1,
    fill: 2,
    format: 49,
    align: 'horizontal="center" vertical="center" wrapText="1"',
  },
  title: { ...plain, font: 2, border: 0, format: 49, align: 'horizontal="center" vertical="center"' },
  wrapped: { ...plain, format: 49, align: top },
  centred: { ...plain, format: 49, align: `horizontal="center" ${top}` },
  literal: { ...plain, format: 49 },
  date: { ...plain, format: 164, align: 'horizontal="left" vertical="center"' },
  day: { ...plain, format: 165, align: `horizontal="left" ${top}` },
  muted: { ...plain, font: 3, align: top },
};

/** The number of a style among the cell formats; nought is that of cells nobody has asked for. */
export function styleNumber(style: Style): number {
  return Object.keys(looks).indexOf(style) + 1;
}

/** xl/styles.xml (ECMA-376 18.8). */
export function stylesXml(): string {
  const font = (size: number, more: string) =>
    `<font>${more}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
  const fonts = [font(11, ''), font(11, '<b/>'), font(16, '<b/>'), font(11, '<i/>')];
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const format = ({ font, fill, border, format, align }: Look) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`;
  const formats = Object.values(looks).map(format);
  return `${declaration}<styleSheet xmlns="${namespaces.main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
