import {
  AlignmentType,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Role } from '../../document/block.ts';
import type { Profile } from '../../page/profile.ts';
import type { NativeNumbering } from '../format.ts';
import { paragraph, runs } from './exemplar.ts';
import { deepest, headingLevel, headingWords } from './heading-styles.ts';
import { foot, redHead } from './official-exemplars.ts';
import { aboveSlot, areaSlot, belowSlot, indentSlot, slot, widthSlot } from './slots.ts';
import { styleId } from './styles.ts';

/** One exemplar of every kind of block, in the names by which the body asks for them. */
export function exemplars(
  profile: Profile,
  native: NativeNumbering | undefined,
): [string, Paragraph | Table][] {
  return [
    ...paragraphs(profile),
    ...redHead(profile),
    ...foot(profile),
    ...headings(native),
    ['table', table()],
  ];
}

const roles: Role[] = [
  'body',
  'subtitle',
  'docNumber',
  'copyNumber',
  'secrecy',
  'urgency',
  'signatory',
  'recipients',
  'roster',
  'tableTitle',
  'tableNote',
  'caption',
  'attachmentNote',
  'attachmentTitle',
  'note',
];

function paragraphs(profile: Profile): [string, Paragraph][] {
  const { character } = profile;
  const note = (left: number, hanging: number): IParagraphOptions => ({
    style: styleId.attachmentNote,
    indent: { left, hanging },
  });
  // “1.” in the Latin face: a digit half a character wide, a stop a quarter.
  const picture = { style: styleId.picture, spacing: { before: aboveSlot, after: belowSlot } };
  const digit = profile.size * 5 + profile.spacing;
  const number = digit + Math.round(profile.size * 2.5) + profile.spacing;
  return [
    ['title', paragraph({ heading: HeadingLevel.TITLE })],
    ['blank', new Paragraph({ style: styleId.blank })],
    ['blankKept', new Paragraph({ style: styleId.blank, keepNext: true })],
    ...roles.map((role): [string, Paragraph] => [role, paragraph({ style: styleId[role] })]),
    ['attachmentLabel', paragraph({ style: styleId.attachmentLabel, pageBreakBefore: true })],
    ['attachmentNoteFirst', paragraph(note(5 * character + number, 3 * character + number))],
    ['attachmentNoteNext', paragraph(note(5 * character + number, number))],
    ['attachmentNoteTens', paragraph(note(5 * character + number + digit, number + digit))],
    // 7.3.5: signature and date stay on one page. 7.3.5.2: placed by each other, so the automatic blanks beside digits are turned off here; a reader that adds them
    // all the same (LibreOffice) needs room to the right, or the last character would fall to the next line.
    [
      'signerRight',
      paragraph({
        style: styleId.signer,
        keepNext: true,
        alignment: AlignmentType.RIGHT,
        indent: { right: indentSlot, firstLine: 0 },
        autoSpaceEastAsianText: false,
      }),
    ],
    [
      'signerLeft',
      paragraph({
        style: styleId.signer,
        keepNext: true,
        indent: { left: indentSlot, right: -2 * character, firstLine: 0 },
        autoSpaceEastAsianText: false,
      }),
    ],
    ['contentsTitle', paragraph({ style: styleId.contentsTitle })],
    ...[1, 2, 3, 4, 5].map((level): [string, Paragraph] => [
      `toc${level}`,
      paragraph({ style: `TOC${level}` }),
    ]),
    ['picture', paragraph(picture)],
    ['pictureKept', paragraph({ ...picture, keepNext: true })],
    ['pageBreak', new Paragraph({ style: styleId.blank, pageBreakBefore: true })],
    ['titleOnNewPage', paragraph({ heading: HeadingLevel.TITLE, pageBreakBefore: true })],
  ];
}

/** Headings and numbered paragraphs of every level, for every list that counts apart. */
function headings(native: NativeNumbering | undefined): [string, Paragraph][] {
  const made: [string, Paragraph][] = [];
  for (let list = 0; list < (native?.lists ?? 1); list++) {
    for (let level = 1; level <= deepest; level++) {
      const numbering =
        native && level <= native.levels.length
          ? { numbering: { reference: 'levels', level: level - 1, instance: list, custom: true } }
          : {};
      // Of the first list the styles of headings say it themselves.
      const own = list === 0 ? {} : numbering;
      made.push([`heading${level}@${list}`, paragraph({ heading: headingLevel(level), ...own })]);
      made.push([`item${level}@${list}`, paragraph({ style: styleId.item, ...numbering })]);
      made.push([`runIn${level}@${list}`, runIn(level, numbering)]);
    }
  }
  return made;
}

/** A heading at the head of its paragraph has no heading style, or the navigation pane would show the whole paragraph. */
function runIn(level: number, numbering: IParagraphOptions): Paragraph {
  const look = { style: headingWords(level), font: { hint: 'eastAsia' } };
  return new Paragraph({
    style: styleId.body,
    ...numbering,
    children: [
      new TextRun({ text: slot.plain, ...look }),
      new TextRun({ text: slot.bold, ...look, bold: true }),
      ...runs(slot.opens, slot.opensBold),
    ],
  });
}

/** A head row that is repeated on every page; the widths of the columns stand in the grid and in the cells. */
function table(): Table {
  const cell = (style: string, alignment?: IParagraphOptions['alignment']) =>
    new TableCell({
      width: { size: widthSlot, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [paragraph({ style, ...(alignment && { alignment }) })],
    });
  return new Table({
    width: { size: areaSlot, type: WidthType.DXA },
    columnWidths: [widthSlot, widthSlot],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [cell(styleId.cellHead)] }),
      new TableRow({
        cantSplit: true,
        children: [cell(styleId.cell), cell(styleId.cell, AlignmentType.CENTER)],
      }),
    ],
  });
}
