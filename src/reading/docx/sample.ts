import type { Look, Profile } from '../../page/profile.ts';
import { type Face, faces } from './faces.ts';
import { PackageError, read, unzipped } from './package.ts';
import { childrenOf } from './xml.ts';

export { PackageError };

/** What a paragraph of a sample is, by how it begins; the rest is body, or a title where it is centred. */
const levels = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+[.．]/, /^（\d+）/];
const red = /^(?:FF0000|C00000|E60012|ED1C24)$/i;

/** Learns the page, the faces, sizes and pitches of a Word file that looks as its office wants. */
export function look(bytes: Uint8Array): Look {
  const parts = unzipped(bytes);
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  const xml = text('word/document.xml');
  const blocks = read(() => childrenOf(xml, 'w:body'));
  const faceOf = read(() => faces(text('word/styles.xml')));
  const paragraphs = blocks
    .filter(({ name, text }) => name === 'w:p' && text.trim() !== '')
    .map(({ text, start, end }) => ({ text: text.trim(), face: faceOf(xml.slice(start, end)) }));
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
  const section = xml.slice(blocks.at(-1)?.start);
  return {
    margins: marginsOf(section),
    line: lineOf(body, section),
    size: body.size,
    spacing: body.spacing ?? 0,
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

/** Lines that snap to the grid of the page are as high as the grid says (ECMA-376 17.6.5). */
function lineOf({ line, rule }: Face, section: string): Profile['line'] {
  if (line !== undefined && rule !== undefined && rule !== 'auto') return { pitch: line, rule: 'exact' };
  const grid =
    /<w:docGrid (?=[^>]*w:type="(?:lines|linesAndChars|snapToChars)")[^>]*w:linePitch="(\d+)"/.exec(section);
  if (grid && (line === undefined || line === 240)) return { pitch: Number(grid[1]), rule: 'exact' };
  return { pitch: line ?? 240, rule: 'auto' };
}

function marginsOf(section: string): Partial<Profile['margins']> {
  const [margins = ''] = /<w:pgMar [^>]*>/.exec(section) ?? [];
  return Object.fromEntries(
    [...margins.matchAll(/w:(top|bottom|left|right|footer)="(\d+)"/g)].map(([, side, value]) => [
      side,
      Number(value),
    ]),
  );
}
