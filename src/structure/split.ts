import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { hasTitle } from './front.ts';
import { numberedOf } from './heads.ts';
import {
  feet,
  isAttachmentList,
  isAttachmentMark,
  isDate,
  isDocumentName,
  isDocumentNumber,
  isLine,
  isSigner,
  isTitleLike,
  nextAt,
  signedOn,
} from './marks.ts';
import type { Numeral, Part } from './part.ts';

/** The blocks of one part, its label taken off. */
interface Piece {
  kind: Part['kind'];
  label?: PrintedLine;
  blocks: PrintedBlock[];
}

/** A name on its line that follows 附件： is no longer than this. */
const longestName = 60;
/** 时间安排 and 考核办法 head parts of a document, and name none. */
const shortestName = 6;
/** Lines of a preamble that may stand between a title and its first number. */
const mostBetween = 12;

/** The documents in a file, one behind the other: at 附件, behind a signature, and at a title that begins to count again. */
export function piecesOf(blocks: readonly PrintedBlock[]): Piece[] {
  const lines = blocks.filter(isLine);
  const numerals = new Map(numberedOf(lines).map(({ line, numeral }) => [line, numeral]));
  const centred = lines.some(({ align }) => align === 'center');
  const pieces: Piece[] = [{ kind: 'document', blocks: [] }];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as PrintedBlock;
    const piece = pieces.at(-1) as Piece;
    if (isLine(block) && beginsAttachment(blocks, at, numerals)) {
      pieces.push({ kind: 'attachment', label: block, blocks: [] });
      continue;
    }
    const begins =
      isLine(block) &&
      block.text !== '' &&
      !numerals.has(block) &&
      piece.blocks.some((each) => isLine(each) && /[。；：]/.test(each.text)) &&
      (isDocumentNumber(block.text)
        ? isBehindSignature(blocks, at) && hasTitle(blocks.slice(at + 1, nextAt(blocks, at + 1) + 1))
        : isTitleLike(block)
          ? isBehindSignature(blocks, at) || countsAgain(blocks, at, { piece, numerals, centred })
          : isSentence(block) &&
            isBehindSignature(blocks, at) &&
            blocks.slice(at).some((each) => isLine(each) && numerals.has(each)));
    if (begins) pieces.push({ kind: 'document', blocks: [block] });
    else piece.blocks.push(block);
  }
  return pieces.filter(
    ({ label, blocks: all }) =>
      label ||
      all.some((each) =>
        each.kind === 'line' ? each.text !== '' : each.kind === 'table' || each.kind === 'box',
      ),
  );
}

/** 附件 by itself on a line, unless nothing but names follows it. */
function beginsAttachment(
  blocks: readonly PrintedBlock[],
  at: number,
  numerals: ReadonlyMap<PrintedLine, Numeral>,
): boolean {
  const line = blocks[at] as PrintedLine;
  if (line.within !== undefined) return false;
  if (!isAttachmentMark(line.text)) {
    const isOverleaf = blocks[at - 1]?.kind === 'break' || line.heading !== undefined;
    return (
      isOverleaf &&
      /^附\s*件\s*\d{1,2}\s*[：:.．、 \u3000]?\S/.test(line.text) &&
      line.text.length <= longestName &&
      at > 0
    );
  }
  const next = blocks[nextAt(blocks, at + 1)];
  // 附： says less: what follows has to be called something.
  if (/^附\s*[：:]$/.test(line.text) && !(isLine(next) && isTitleLike(next))) return false;
  return !/[：:]$/.test(line.text) || !isListOfNames(blocks, at + 1, numerals);
}

/** Names up to a signature, the next 附件 or the end. */
function isListOfNames(
  blocks: readonly PrintedBlock[],
  from: number,
  numerals: ReadonlyMap<PrintedLine, Numeral>,
): boolean {
  let names = 0;
  for (let at = nextAt(blocks, from); at < blocks.length; at = nextAt(blocks, at + 1)) {
    const block = blocks[at];
    if (!isLine(block)) return false;
    if (isDate(block.text) || signedOn(block.text) || isAttachmentMark(block.text)) return names > 0;
    if (/[。；：:]/.test(block.text) || block.text.length > longestName) return false;
    if (numerals.get(block)?.form === '一、') return false;
    names++;
  }
  return names > 0 && names <= 12;
}

/** Behind a date that someone signed, and what belongs to its foot. */
function isBehindSignature(blocks: readonly PrintedBlock[], at: number): boolean {
  let before = nextAt(blocks, at - 1, -1);
  for (let block = blocks[before]; isLine(block) && isFoot(block.text); block = blocks[before])
    before = nextAt(blocks, before - 1, -1);
  const date = blocks[before];
  if (!isLine(date) || isFoot((blocks[at] as PrintedLine).text)) return false;
  const signer = blocks[nextAt(blocks, before - 1, -1)];
  const isSigned =
    signedOn(date.text) !== undefined ||
    (isDate(date.text) &&
      isLine(signer) &&
      (isSigner(signer) || /[。]$/.test(signer.text) || date.align === 'right'));
  if (!isSigned || isAttachmentList((blocks[at] as PrintedLine).text)) return false;
  return blocks.slice(at + 1).some((each) => !isLine(each) || each.text !== '');
}

function isFoot(text: string): boolean {
  return feet.cc.test(text) || feet.imprint.test(text) || feet.other.test(text) || feet.note.test(text);
}

interface About {
  piece: Piece;
  numerals: ReadonlyMap<PrintedLine, Numeral>;
  centred: boolean;
}

/** A preamble, whose title wasn't printed. */
function isSentence({ text }: PrintedLine): boolean {
  return /[。：]$/.test(text) && text.length > 30;
}

/** A title in front of a first number though the piece has counted on already. */
function countsAgain(
  blocks: readonly PrintedBlock[],
  at: number,
  { piece, numerals, centred }: About,
): boolean {
  const line = blocks[at] as PrintedLine;
  const before = blocks[nextAt(blocks, at - 1, -1)];
  if (isLine(before) && isAttachmentList(before.text)) return false;
  // What a table is called stands right above it.
  if (blocks[nextAt(blocks, at + 1)]?.kind === 'table') return false;
  if (centred ? line.align !== 'center' : !isDocumentName(line.text) || line.text.length < shortestName)
    return false;
  const counted = piece.blocks.flatMap((block) => (isLine(block) ? (numerals.get(block) ?? []) : []));
  const first = counted[0];
  if (!first || counted.filter(({ form }) => form === first.form).length < 2) return false;
  let between = 0;
  for (
    let next = nextAt(blocks, at + 1);
    next < blocks.length && between <= mostBetween;
    next = nextAt(blocks, next + 1)
  ) {
    const block = blocks[next];
    const numeral = isLine(block) ? numerals.get(block) : undefined;
    if (numeral) return numeral.form === first.form && numeral.value === 1;
    between++;
  }
  return false;
}
