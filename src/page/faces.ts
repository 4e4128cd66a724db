import { type Inline, type NumberedBlock, plain } from '../document/block.ts';
import type { Fonts } from './fonts.ts';

/** The characters that each face prints; Latin letters and digits have a face of their own. */
export function charactersByFace(
  blocks: readonly NumberedBlock[],
  fonts: Fonts,
): Map<string, ReadonlySet<string>> {
  const faces = new Map<string, Set<string>>();
  const use = (face: string, text: string) => {
    const known = faces.get(face) ?? new Set();
    for (const character of text) if (character > '\u00FF' && /\S/u.test(character)) known.add(character);
    faces.set(face, known);
  };
  for (const block of blocks) for (const [face, text] of uses(block, fonts)) use(face, plain(text));
  return faces;
}

type Use = readonly [face: string, text: readonly Inline[]];

function uses(block: NumberedBlock, fonts: Fonts): Use[] {
  const { title, body, headings } = fonts;
  const hei = headings[0] ?? body;
  const all = (face: string, texts: readonly Inline[][]) => texts.map((text): Use => [face, text]);
  switch (block.kind) {
    case 'title':
      return [[title, block.text]];
    case 'heading': {
      const face = headings[Math.min(block.level, headings.length) - 1] ?? body;
      return [
        [face, [{ text: block.label, bold: false }, ...block.text]],
        ...all(body, block.opens ? [block.opens] : []),
      ];
    }
    case 'item':
      return [[body, [{ text: block.label, bold: false }, ...block.text]]];
    case 'paragraph':
      return [[faceOfRole(block.role, fonts), block.text]];
    case 'table':
      return [
        ...all(hei, [...block.columns, ...block.rows.slice(0, block.headRows).flat()]),
        ...all(body, block.rows.slice(block.headRows).flat()),
      ];
    case 'redHead':
      return [
        ...all(title, [...block.issuers, block.word]),
        ...all(hei, block.front),
        ...all(body, [block.number]),
        ...all(headings[1] ?? body, block.signatories),
      ];
    case 'signature':
      return all(body, [...block.signers, ...(block.date ? [block.date] : [])]);
    default:
      return [];
  }
}

function faceOfRole(role: string, { title, body, headings }: Fonts): string {
  if (role === 'attachmentTitle') return title;
  if (['secrecy', 'urgency', 'attachmentLabel', 'tableTitle'].includes(role)) return headings[0] ?? body;
  return role === 'signatory' || role === 'subtitle' ? (headings[1] ?? body) : body;
}
