import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** The docx package as its manual shows it: a tree of paragraphs per document, and the Packer. Same blocks, same styles. */
export function plainDocx({ paper, profile, styleId, styles, typeArea }) {
  const look = profile({});
  const area = typeArea(look);
  const run = ({ text, bold }) => new TextRun({ text, bold, font: { hint: 'eastAsia' } });
  const paragraph = (style, text, more) => new Paragraph({ style, children: text.map(run), ...more });
  const labelled = ({ label, text }) => [{ text: label, bold: false }, ...text];
  const footer = (alignment) =>
    new Footer({
      children: [
        new Paragraph({
          style: 'PageNumber',
          alignment,
          children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
      ],
    });

  const table = ({ columns, rows }) => {
    const width = Math.floor(area / columns.length);
    const row = (style, cells, tableHeader) =>
      new TableRow({
        tableHeader,
        cantSplit: true,
        children: cells.map(
          (text) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              children: [paragraph(style, text)],
            }),
        ),
      });
    return new Table({
      width: { size: area, type: WidthType.DXA },
      columnWidths: columns.map(() => width),
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      rows: [row(styleId.cellHead, columns, true), ...rows.map((cells) => row(styleId.cell, cells, false))],
    });
  };

  const block = (block) => {
    switch (block.kind) {
      case 'title':
        return [paragraph(undefined, block.text, { heading: HeadingLevel.TITLE })];
      case 'heading':
        return [paragraph(undefined, labelled(block), { heading: HeadingLevel[`HEADING_${block.level}`] })];
      case 'paragraph':
        return [paragraph(styleId[block.role], block.text)];
      case 'table':
        return [table(block)];
      case 'signature':
        return [...block.signers, block.date].map((text) =>
          paragraph(styleId.signer, text, { alignment: AlignmentType.RIGHT }),
        );
      default:
        throw new Error(`The reference plan has no ${block.kind}.`);
    }
  };

  return ({ facts, blocks }) =>
    Packer.toBuffer(
      new Document({
        title: facts.title,
        creator: facts.author,
        styles: styles(look),
        evenAndOddHeaderAndFooters: true,
        sections: [
          {
            properties: {
              page: {
                size: { width: paper.width, height: paper.height },
                margin: { ...look.margins, header: 851, gutter: 0 },
              },
              grid: { type: DocumentGridType.LINES, linePitch: look.line.pitch },
            },
            footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
            children: blocks.flatMap(block),
          },
        ],
      }),
    );
}
