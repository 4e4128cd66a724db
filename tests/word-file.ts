import { strToU8, zipSync } from 'fflate';
import type { Printed, PrintedBlock, PrintedLine } from '../src/reading/printed.ts';
import { type Options, printedDocx } from '../src/reading/word/index.ts';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const packages = 'http://schemas.openxmlformats.org/package/2006';
const contents = [
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
]
  .map(
    ([part, kind]) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  )
  .join('');

/** Parts beside the body, by their kinds: styles, numbering, comments, footnotes, header. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const roots: Record<string, string> = { header: 'w:hdr', footer: 'w:ftr' };

/** A small Word file: the XML in the body and in other parts. Names with a dot are files as they are. */
export function wordFile(body: string, parts: Parts = {}, isWhole = false): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${contents}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      isWhole ? body : `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ),
  };
  const targets: string[] = [];
  for (const [name, xml] of Object.entries(parts)) {
    const kind = name.includes('.') ? 'image' : name;
    const target = name.includes('.') ? `media/${name}` : `${name}.xml`;
    const root = roots[name] ?? `w:${name}`;
    const text = name.includes('.') ? xml : `<${root} ${namespaces}>${xml}</${root}>`;
    files[`word/${target}`] = typeof text === 'string' ? strToU8(text) : text;
    targets.push(`<Relationship Id="${name}" Type="${type}/${kind}" Target="${target}"/>`);
  }
  files['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="${packages}/relationships">${targets.join('')}</Relationships>`,
  );
  return zipSync(files, { level: 1 });
}

export const read = (
  body: string,
  parts?: Parts,
  tracked: Options['tracked'] = 'accepted',
  isWhole = false,
): Printed => printedDocx(wordFile(body, parts, isWhole), { tracked });

/** All lines, those of tables and boxes too. */
export function linesOf(blocks: readonly PrintedBlock[]): PrintedLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block];
    if (block.kind === 'box') return linesOf(block.lines);
    return block.kind === 'table' ? block.rows.flat().flatMap(({ lines }) => lines) : [];
  });
}

/** Blocks and notes as a person would note them down, a line each. */
export function outlined({ blocks, notes }: Printed): string[] {
  const block = (each: PrintedBlock): string[] => {
    switch (each.kind) {
      case 'line':
        return [(each.within ? `${each.within}: ` : '') + each.text];
      case 'box':
        return each.lines.flatMap(block).map((line) => `[ ${line} ]`);
      case 'table':
        return each.rows.map((row) =>
          row
            .map(({ lines, columns, rows }) => {
              const span = columns > 1 || rows > 1 ? `${columns}×${rows} ` : '';
              return `| ${span}${lines.flatMap(block).join(' / ')}`;
            })
            .join(' '),
        );
      case 'picture':
        return [`(${each.name}${each.alt ? ` ${each.alt}` : ''})`];
      case 'break':
        return [`--- ${each.of}`];
    }
  };
  return [
    ...blocks.flatMap(block),
    ...notes.map(({ source, message, text }) => `* ${source} ${message}${text ? `：${text}` : ''}`),
  ];
}
