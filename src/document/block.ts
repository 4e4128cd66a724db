import type { Anchor } from './anchor.ts';
import type { Ending } from './ending.ts';
import type { Picture, PictureWidth, SealPicture } from './picture.ts';

/** A stretch of text in one face. A line break in it is \n, the jump to the right edge is \t. */
export interface Inline {
  text: string;
  bold: boolean;
  /** What begins in front of it and what ends behind it. */
  begins?: readonly Anchor[];
  ends?: readonly Anchor[];
}

/** What a paragraph is in the document; every format gives each of them a look. */
export type Role =
  | 'body'
  | 'subtitle'
  | 'docNumber'
  | 'copyNumber'
  | 'secrecy'
  | 'urgency'
  | 'signatory'
  | 'recipients'
  | 'roster'
  | 'tableTitle'
  | 'tableNote'
  | 'caption'
  | 'attendance'
  | 'attachmentNote'
  | 'attachmentLabel'
  | 'attachmentTitle'
  | 'note'
  | 'cc'
  | 'imprint';

interface Title {
  kind: 'title';
  text: Inline[];
}

/** A numbered title. `opens` is the paragraph that it stands at the head of, where the two run together. */
export interface Heading extends Ending {
  kind: 'heading';
  /** 1 for 一、; the form of each level is set by 编号. */
  level: number;
  text: Inline[];
  opens?: Inline[];
  /** By which 目录 points at it. */
  anchor?: number;
}

/** A numbered paragraph without a title. */
interface Item extends Ending {
  kind: 'item';
  level: number;
  text: Inline[];
}

export interface Paragraph extends Ending {
  kind: 'paragraph';
  role: Role;
  text: Inline[];
  anchor?: number;
  /** One of so few that no page parts them. */
  few?: true;
}

/** How a cell is one with a neighbour: ^ with the one above it, < with the one to its left. */
export type Join = '' | '^' | '<';

/** Every row has as many cells as there are columns. */
export interface Table {
  kind: 'table';
  columns: Inline[][];
  rows: Inline[][][];
  /** How many of the rows belong to the head, below the columns. */
  headRows: number;
  /** The shares of the width; without them it goes by content. */
  shares?: readonly number[];
  /** How the cells of the columns and of the rows are joined, where any are. */
  joins?: readonly (readonly Join[])[];
  /** Columns (from 0) in which equal cells below each other are one. */
  alike?: readonly number[];
  /** It stands on a page that lies across. */
  wide: boolean;
}

/** 版头: what stands above the red rule on the first page, each part in a place that the others decide. */
export interface RedHead {
  kind: 'redHead';
  /** 份号, 密级 and 紧急程度, a line each. */
  front: Inline[][];
  /** The issuers, the host first, and what stands beside them all (文件); a single issuer has it in its own text. */
  issuers: Inline[][];
  word: Inline[];
  number: Inline[];
  /** Each with what is printed in front of it: “签发人：” for the first, nothing for the others. */
  signatories: Inline[][];
  /** 套打: the paper has the mark and the rule already, so their room is left blank. */
  preprinted: boolean;
  /** A 命令 has its mark higher and no rule, a 信函 (letter) its own rules. */
  form: 'document' | 'order' | 'letter';
  /** Of the mark, in half-points, where it has to be smaller than the layout says. */
  size?: number;
}

/** What stands on the signature: an official seal, the stamp of a leader's signature, or neither. */
export type Seal = 'none' | 'seal' | 'stamp';

/** 署名 and 成文日期, which are placed by each other. */
export interface Signature {
  kind: 'signature';
  seal: Seal;
  signers: Inline[][];
  date?: Inline[];
  /** Pictures of the seals, one for each of those who sign. */
  pictures?: readonly SealPicture[];
}

/** A picture by its name in the plan; the paragraph behind it may be its caption. */
export interface PlacedPicture {
  kind: 'picture';
  file: string;
  width?: PictureWidth;
  /** What is in its file; a document has no picture without it. */
  picture?: Picture;
  /** What it shows, for those who can't see it. */
  alternative: string;
}

/** 目录: what it is called, and the headings down to a level, each as it is printed. */
export interface Contents {
  kind: 'contents';
  text: Inline[];
  levels: number;
  entries: readonly { level: number; text: string; anchor: number }[];
}

interface PageBreak {
  kind: 'pageBreak';
}

/**
 * From here on the pages lie across, or the text goes on overleaf, on the next even page; or all is as it was. Every
 * document begins and ends upright.
 */
export interface Turn {
  kind: 'turn';
  to: 'landscape' | 'portrait' | 'overleaf';
  /** What lies before it: the first pages of the document, or how those since the last turn lie. */
  closes: 'first' | Turn['to'];
}

/** The closed vocabulary of documents: the compiler names every format that must learn a new kind. */
export type Block =
  | Title
  | Heading
  | Item
  | Paragraph
  | Table
  | RedHead
  | Signature
  | PlacedPicture
  | Contents
  | PageBreak
  | Turn;

/** What numbering adds: the printed number, and for native numbering the list that it counts in (from 0). */
interface Numbered {
  label: string;
  list: number;
}

export type NumberedBlock = Exclude<Block, Heading | Item> | (Heading & Numbered) | (Item & Numbered);

/** The block with each of its texts changed, in the order in which they are read. */
export function withTexts(block: NumberedBlock, change: (text: Inline[]) => Inline[]): NumberedBlock {
  switch (block.kind) {
    case 'pageBreak':
    case 'turn':
    case 'picture':
      return block;
    case 'redHead':
      return {
        ...block,
        front: block.front.map(change),
        issuers: block.issuers.map(change),
        word: change(block.word),
        number: change(block.number),
        signatories: block.signatories.map(change),
      };
    case 'signature':
      return {
        ...block,
        signers: block.signers.map(change),
        ...(block.date && { date: change(block.date) }),
      };
    case 'table':
      return { ...block, columns: block.columns.map(change), rows: block.rows.map((row) => row.map(change)) };
    case 'heading':
      return {
        ...block,
        text: change(block.text),
        ...(block.opens && { opens: change(block.opens) }),
      };
    default:
      return { ...block, text: change(block.text) };
  }
}

/** The texts of blocks, in the order in which they are read. */
export function textsOf(blocks: readonly NumberedBlock[]): Inline[][] {
  const texts: Inline[][] = [];
  const keep = (text: Inline[]) => {
    texts.push(text);
    return text;
  };
  for (const block of blocks) withTexts(block, keep);
  return texts;
}

export function plain(text: readonly Inline[]): string {
  let whole = '';
  for (const inline of text) whole += inline.text;
  return whole;
}
