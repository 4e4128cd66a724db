import { ordinalOf } from '../outline/ordinal.ts';
import { isAttended } from '../reading/attendance.ts';
import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { cut } from '../reading/rewritten.ts';
import {
  feet,
  isAttachmentList,
  isAttachmentMark,
  isBlank,
  isDate,
  isLine,
  isSigner,
  nextAt,
  signedOn,
} from './marks.ts';
import type { Back } from './part.ts';

/** Names of attachments on lines of their own are no more than these. */
const mostNames = 20;
const mostSigners = 20;

/** What stands behind the body, and how many blocks the body has. */
export function backOf(
  blocks: readonly PrintedBlock[],
  isHead: (line: PrintedLine) => boolean,
): { back: Back; length: number } {
  const back: Back = { attachments: [], signers: [], notes: [], attendance: [], others: [], seals: [] };
  let end = nextAt(blocks, blocks.length - 1, -1);
  while (end >= 0) {
    const block = blocks[end];
    const taken = isLine(block) ? take(back, blocks, end, isHead) : 0;
    if (taken === 0) break;
    end = nextAt(blocks, end - taken, -1);
  }
  return { back, length: end + 1 };
}

/** How many blocks up from a place belong to the back. */
function take(
  back: Back,
  blocks: readonly PrintedBlock[],
  at: number,
  isHead: (line: PrintedLine) => boolean,
): number {
  const line = blocks[at] as PrintedLine;
  const { text } = line;
  const isOpen = back.date === undefined && back.signers.length === 0 && back.attachments.length === 0;
  if (isOpen && feet.imprint.test(text) && !back.imprint) return put(() => (back.imprint = line));
  if (isOpen && feet.cc.test(text) && !back.cc) return put(() => (back.cc = line));
  if (isOpen && feet.other.test(text)) return put(() => back.others.unshift(line));
  if (isOpen && feet.note.test(text) && isSignedAbove(blocks, at)) return put(() => back.notes.unshift(line));
  if (isOpen && isAttended(line)) return put(() => back.attendance.unshift(line));
  if (back.date === undefined && isDate(text) && !isHead(line) && at > 0)
    return signature(back, blocks, at, isHead);
  const signed = signedOn(text);
  if (back.date === undefined && signed && !isHead(line)) {
    back.signers.unshift(cut(line, 0, signed[0].length));
    back.date = cut(line, text.length - signed[1].length);
    return 1;
  }
  if (isOpen && !isHead(line) && line.align === 'right' && isSigner(line))
    return put(() => back.signers.unshift(line));
  return back.attachments.length === 0 ? list(back, blocks, at) : 0;
}

function put(change: () => unknown): number {
  change();
  return 1;
}

function isSignedAbove(blocks: readonly PrintedBlock[], at: number): boolean {
  for (
    let before = nextAt(blocks, at - 1, -1), tries = 0;
    before >= 0 && tries < 4;
    before = nextAt(blocks, before - 1, -1), tries++
  ) {
    const block = blocks[before];
    if (isLine(block) && (isDate(block.text) || signedOn(block.text))) return true;
  }
  return false;
}

/** A date, and the units above it. */
function signature(
  back: Back,
  blocks: readonly PrintedBlock[],
  at: number,
  isHead: (line: PrintedLine) => boolean,
): number {
  back.date = blocks[at] as PrintedLine;
  const first = nextAt(blocks, at - 1, -1);
  let from = at;
  for (
    let before = nextAt(blocks, at - 1, -1);
    before >= 0 && back.signers.length < mostSigners;
    before = nextAt(blocks, before - 1, -1)
  ) {
    const block = blocks[before];
    if (
      !isLine(block) ||
      isHead(block) ||
      !(isSigner(block) || (before === first && isPost(block))) ||
      isBlank(block) ||
      isAttachmentList(block.text)
    )
      break;
    if (nextAt(blocks, before - 1, -1) < 0) break;
    back.signers.unshift(block);
    from = before;
  }
  return at - from + 1;
}

/** 附件：1.… and the names below it. */
function list(back: Back, blocks: readonly PrintedBlock[], at: number): number {
  let names = 0;
  for (let before = at; before >= 0 && names < mostNames; before = nextAt(blocks, before - 1, -1), names++) {
    const block = blocks[before];
    if (!isLine(block) || block.text.length > 80 || /[。；]$/.test(block.text)) return 0;
    if (!isAttachmentList(block.text) && !isAttachmentMark(block.text)) continue;
    if (before === at && isAttachmentMark(block.text)) return 0;
    const lines = blocks
      .slice(before, at + 1)
      .filter(isLine)
      .filter((each) => each.text !== '');
    if (!isList(lines)) return 0;
    back.attachments = lines;
    return at - before + 1;
  }
  return 0;
}

/** 市长 right above the date of an order. */
function isPost({ text }: PrintedLine): boolean {
  return text.length <= 12 && !/\p{P}/u.test(text);
}

/** The names have numbers that count from one, or none at all; one without goes on from the name above, and is no article. */
function isList(lines: readonly PrintedLine[]): boolean {
  const numbers = lines.map(
    ({ text }) =>
      /^(?:附\s*(?:件\s*(?:\d{1,2}\s*)?)?[：:])?\s*(?:附\s*件\s*)?(\d{1,2})\s*[.．、：:](?!\d(?!\d{3}年))/.exec(
        text,
      )?.[1],
  );
  const typed = numbers.filter((each) => each !== undefined).map(Number);
  const isPlain = typed.length === 0 && lines.every(({ text }) => !/^\d/.test(text));
  const isOther = ({ text }: PrintedLine, index: number) =>
    index > 0 && numbers[index] === undefined && ordinalOf(text)?.weak === false;
  const isMarked = numbers[0] !== undefined || /[：:]$/.test(lines[0]?.text ?? '');
  const counts = isMarked && typed.every((value, index) => value === index + 1);
  return isPlain || (counts && !lines.some(isOther));
}
