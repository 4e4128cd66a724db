import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  type INumberingOptions,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { unzipSync } from 'fflate';
import type { NativeNumbering } from '../format.ts';
import { inOrder, offTheGrid, runOn } from './adjust.ts';
import { exemplars } from './exemplars.ts';
import { type Profile, paper } from './profile.ts';
import { face, styles } from './styles.ts';

/** The parts of a finished package, and the XML of one exemplar of every kind of block. */
export interface Skeleton {
  parts: Map<string, Uint8Array>;
  /** What stands before the first and after the last block in word/document.xml. */
  head: string;
  tail: string;
  exemplars: Map<string, string>;
}

const wordFormats = {
  han: LevelFormat.CHINESE_COUNTING_THOUSAND,
  arabic: LevelFormat.DECIMAL,
  circled: LevelFormat.DECIMAL_ENCLOSED_CIRCLE,
};

/** Lets the docx package write one document with an exemplar of every block; its WordprocessingML is cut into stamps. */
export async function skeleton(profile: Profile, native: NativeNumbering | undefined): Promise<Skeleton> {
  const made = exemplars(profile, native);
  const footers = profile.numbered ? pageNumbers(profile) : {};
  const file = new Document({
    // Word fills these in for a nameless author; the real values are written per document.
    creator: '⟦creator⟧',
    lastModifiedBy: '⟦creator⟧',
    title: '⟦title⟧',
    styles: styles(profile),
    evenAndOddHeaderAndFooters: profile.pageNumber === 'outer',
    ...(native && { numbering: wordNumbering(profile, native) }),
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: { ...profile.margins, header: 851, gutter: 0 },
          },
          ...(profile.line.rule === 'exact' && {
            grid: { type: DocumentGridType.LINES, linePitch: profile.line.pitch },
          }),
        },
        footers,
        children: made.map(([, block]) => block),
      },
    ],
  });
  const parts = new Map(Object.entries(unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)))));
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  const [, head = '', body = '', tail = ''] = /^(.*?<w:body>)(.*)(<w:sectPr.*)$/s.exec(xml) ?? [];
  const pieces = body.match(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [];
  parts.delete('word/document.xml');
  change(parts, 'word/styles.xml', offTheGrid);
  if (native) change(parts, 'word/numbering.xml', (xml) => runOn(xml, native));
  return {
    parts,
    head,
    tail,
    exemplars: new Map(made.map(([name], index) => [name, inOrder(pieces[index] ?? '')])),
  };
}

/** 7.5: 四号 digits between dashes, one character from the outer edge; odd pages right, even pages left. */
function pageNumbers(profile: Profile) {
  const footer = (alignment: IParagraphOptions['alignment'], indent: IParagraphOptions['indent']) =>
    new Footer({
      children: [
        new Paragraph({
          style: 'PageNumber',
          ...(alignment && { alignment }),
          ...(indent && { indent }),
          children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
      ],
    });
  const one = profile.small * 10;
  if (profile.pageNumber === 'centre') return { default: footer(AlignmentType.CENTER, undefined) };
  return {
    default: footer(AlignmentType.RIGHT, { right: one, firstLine: 0 }),
    even: footer(AlignmentType.LEFT, { left: one, firstLine: 0 }),
  };
}

function wordNumbering(profile: Profile, { levels }: NativeNumbering): INumberingOptions {
  const { headings, body, latin } = profile.fonts;
  return {
    config: [
      {
        reference: 'levels',
        levels: levels.flatMap((form, index) =>
          form === null
            ? []
            : [
                {
                  level: index,
                  format: wordFormats[form.numeral],
                  text: `${form.before}%${index + 1}${form.after}`,
                  alignment: AlignmentType.LEFT,
                  suffix: LevelSuffix.NOTHING,
                  style: {
                    run: {
                      font: face(headings[Math.min(index + 1, headings.length) - 1] ?? body, latin),
                      bold: profile.bold.has(index + 1),
                    },
                    paragraph: { indent: { left: 0, firstLine: 2 * profile.character } },
                  },
                },
              ],
        ),
      },
    ],
  };
}

function change(parts: Map<string, Uint8Array>, name: string, by: (xml: string) => string): void {
  const part = parts.get(name);
  if (part) parts.set(name, new TextEncoder().encode(by(new TextDecoder().decode(part))));
}
