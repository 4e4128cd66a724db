import { type Profile, typeArea } from '../../page/profile.ts';
import type { Stamps } from './stamps.ts';

/**
 * A part of 版记 (GB/T 9704—2012 7.4.1): a row of a table that floats at the lower edge of the type area of the last
 * page, with rules of 0.35 mm above its first and below its last row and of 0.25 mm between them.
 */
export function foot(paragraph: string, goesOn: boolean, isFollowed: boolean, stamps: Stamps): string {
  const { profile, paragraphs } = stamps;
  const row = `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${typeArea(profile)}" w:type="dxa"/></w:tcPr>${paragraph}</w:tc></w:tr>`;
  // The table floats beside the paragraph behind it, so there has to be one.
  return (
    (goesOn ? '' : opening(profile)) +
    row +
    (isFollowed ? '' : `</w:tbl>${paragraphs.get('anchor')?.open ?? ''}`)
  );
}

function opening(profile: Profile): string {
  const area = typeArea(profile);
  const rule = (side: string, size: number) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
  // 10.1: the 版记 of a letter has no rules.
  const borders = profile.letter
    ? ''
    : `<w:tblBorders>${rule('top', 8)}${rule('bottom', 8)}${rule('insideH', 6)}</w:tblBorders>`;
  const none = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>';
  // LibreOffice lets a table of the full width float only where it is placed by the edge of the paper.
  return `<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="${profile.margins.left}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/><w:tblW w:w="${area}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>${none}</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${area}"/></w:tblGrid>`;
}
