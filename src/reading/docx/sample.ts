import { child, tree } from '../../package/tree.ts';
import { textOf } from '../../package/xml.ts';
import type { Look } from '../../page/look.ts';
import type { Profile } from '../../page/profile.ts';
import { type Face, faces } from './faces.ts';
import { PackageError, partsOf, read } from './package.ts';
import { pageOf } from './section.ts';
import { words } from './words.ts';

export { PackageError };

/** What a paragraph of a sample is, by how it begins; the rest is body, or a title where it is centred. */
const levels = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+[.．]/, /^（\d+）/];
const red = /^(?:FF0000|C00000|E60012|ED1C24)$/i;

/** Learns the page, the faces, sizes and pitches of a Word file that looks as its office wants. */
export function look(bytes: Uint8Array): Look {
  const { paragraphs, page } = read(() => parsed(partsOf(bytes, () => false)));
  const isHeading = (text: string) => text.length <= 40 && levels.some((level) => level.test(text));
  const body = usual(
    paragraphs.filter(({ text, face }) => text.length >= 20 && !isHeading(text) && !face.centred),
  );
  if (body?.font === undefined || body.size === undefined)
    throw new PackageError('看不出正文用什么字：样本里要有几段正文，字体和字号要写明。');
  const headings = levels.map(
    (level) => paragraphs.find(({ text }) => text.length <= 40 && level.test(text))?.face,
  );
  const title = paragraphs
    .map(({ face }) => face)
    .filter(({ centred, size = 0, colour }) => centred && size >= (body.size ?? 0) && !red.test(colour ?? ''))
    .sort((one, other) => (other.size ?? 0) - (one.size ?? 0))[0];
  return {
    margins: page.margins,
    line: lineOf(body, page.pitch),
    size: body.size,
    spacing: spacingOf(body),
    fonts: {
      body: body.font,
      headings: headings.map((face) => face?.font),
      ...(title?.font && { title: title.font }),
      ...(body.latin && { latin: body.latin }),
    },
    bold: headings.flatMap((face, index) => (face?.bold ? [index + 1] : [])),
    ...(title?.size && {
      title: { size: title.size, ...(title.line && title.rule === 'exact' && { line: title.line }) },
    }),
  };
}

/** The words and the face of every paragraph, and the pages at the end. */
function parsed(parts: ReadonlyMap<string, Uint8Array>) {
  const part = (name: string) => tree(textOf(parts.get(name)));
  const blocks = child(part('word/document.xml'), 'w:body')?.children ?? [];
  const faceOf = faces(part('word/styles.xml'));
  const paragraphs = blocks
    .filter((block) => block.name === 'w:p' && words(block).trim() !== '')
    .map((block) => ({ text: words(block).trim(), face: faceOf(block) }));
  return { paragraphs, page: pageOf(blocks.findLast(({ name }) => name === 'w:sectPr')) };
}

/** The face that most of the text has. */
function usual(paragraphs: readonly { text: string; face: Face }[]): Face | undefined {
  const counts = new Map<string, { face: Face; length: number }>();
  for (const { text, face } of paragraphs) {
    const key = `${face.font} ${face.size}`;
    const counted = counts.get(key) ?? { face, length: 0 };
    counts.set(key, { ...counted, length: counted.length + text.length });
  }
  return [...counts.values()].sort((one, other) => other.length - one.length)[0]?.face;
}

/** Characters that are set closer than half their width would lie on each other. */
function spacingOf({ size = 0, spacing = 0 }: Face): number {
  return Math.abs(spacing) <= size * 5 ? spacing : 0;
}

/** Lines that snap to the grid of the page are as high as the grid says (ECMA-376 17.6.5). */
function lineOf({ line, rule }: Face, pitch: number | undefined): Profile['line'] {
  if (line !== undefined && rule !== undefined && rule !== 'auto') return { pitch: line, rule: 'exact' };
  if (pitch !== undefined && (line === undefined || line === 240)) return { pitch, rule: 'exact' };
  return { pitch: line ?? 240, rule: 'auto' };
}
