import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { cut } from '../reading/rewritten.ts';
import { append } from '../text/long-lists.ts';
import {
  isAddressee,
  isBlank,
  isDocumentName,
  isDocumentNumber,
  isLine,
  isNamed,
  isTitleLike,
  isUnit,
} from './marks.ts';
import { numeralOf } from './numeral.ts';
import type { Front } from './part.ts';

/** A title has no more lines than this. */
const mostLines = 6;
const remark =
  /^[（(](?:试行|暂行|草案|征求意见稿|讨论稿|送审稿|初稿|修订|修订稿|[^月日]{0,6}\d{4}[^月日]{0,12})[）)]$/;

/**
 * What stands before the body: marks of the head, title over several lines, number, addressee; how many blocks that is, and
 * which of them belong to the body.
 */
export function frontOf(
  blocks: readonly PrintedBlock[],
  isHead: (line: PrintedLine) => boolean,
): { front: Front; length: number; beside: readonly PrintedBlock[] } {
  const front: Front = { marks: [], title: [] };
  let length = 0;
  let beside: readonly PrintedBlock[] = [];
  const hanging: PrintedBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as PrintedBlock;
    // A picture above the title is no part of the text.
    if (isBlank(block) || (block.kind === 'picture' && front.title.length === 0)) continue;
    if (!isLine(block) || isHead(block)) break;
    if (take(front, block, blocks.slice(at + 1))) {
      length = at + 1;
      beside = [...hanging];
      if (front.addressee) break;
    } else if (repeats(front, blocks.slice(at))) {
      front.repeated = front.title.splice(0);
      at--;
    } else if (block.within === 'text-box' && front.title.length === 0) hanging.push(block);
    else break;
  }
  // The head of an order is no title: it has none.
  if (front.marks.length === 0 && front.title.length === 1 && /^第/.test(front.docNumber?.text ?? ''))
    return { front: { ...front, marks: front.title, title: [] }, length, beside };
  return { front, length, beside };
}

/** Puts a line where it belongs; false when the body begins with it. */
function take(front: Front, line: PrintedLine, rest: readonly PrintedBlock[]): boolean {
  const { text } = line;
  const isAbove = front.title.length === 0;
  const [, number] = /^(\S.*?号)[ \t\u3000]*[签簽][发發]人[：:]/.exec(text) ?? [];
  if (number && isDocumentNumber(number)) {
    put(front, 'signatory', cut(line, text.search(/[签簽][发發]人[：:]/)));
    return put(front, 'docNumber', cut(line, 0, number.length));
  }
  const isMarked = front.marks.length > 0 || front.title.slice(-1).some(isHeadOf);
  if (isDocumentNumber(text) || (isMarked && /^(?=〔|第)(?:〔\d{4}〕)?\s*第?\s*\d+\s*[号期]$/.test(text))) {
    if (!put(front, 'docNumber', line)) return false;
    if (front.title.length > 0 && hasTitle(rest)) retitle(front);
    return true;
  }
  if (isAbove && /^(?:No\.?)?\d{6}$/.test(text)) return put(front, 'copyNumber', line);
  if (isAbove && /^(?:[绝絕]密|[机機]密|秘密|[内內]部)(?:★.*)?$/.test(text))
    return put(front, 'secrecy', line);
  if (isAbove && /^(?:特急|加急|特提|平急|[紧緊]急|急件)$/.test(text)) return put(front, 'urgency', line);
  if (isAbove && /^[签簽][发發]人[：:]/.test(text)) return put(front, 'signatory', line);
  if (!isAbove && /^文\s*件$/.test(text) && front.title.every((each) => isUnit(each.text))) {
    append(front.marks, front.title.map(withFile));
    front.title = [];
    return true;
  }
  if (
    isAbove &&
    /(?<!标|采购|磋商|谈判|询价)文\s*件$/.test(text) &&
    text.length <= 40 &&
    !/关于/.test(text)
  ) {
    front.marks.push(line);
    return true;
  }
  // What hangs in a box above a text is a head where it is called like one.
  if (isAbove && line.within === 'text-box' && (isUnit(text) || isHeadOf(line))) {
    front.marks.push(line);
    return true;
  }
  if (isAddressee(text))
    return (!isAbove || front.docNumber !== undefined || startsBody(rest)) && put(front, 'addressee', line);
  if (!isAbove && /^[（(].*[）)]$/.test(text)) {
    if (!remark.test(text)) return put(front, 'subtitle', line);
    front.title.push(line);
    return true;
  }
  if (!isAbove && /^(?:——|—)[^—]/.test(text)) return put(front, 'subtitle', line);
  if (isAbove && isNamed(text) && line.within === undefined) return front.title.push(line) > 0;
  if (isTitleLike(line) && isMark(front, line)) append(front.marks, front.title.splice(0));
  return isTitleLike(line) && continues(front, line) && front.title.push(line) > 0;
}

/** Letters are so much bigger in the mark of an issuer than in the title below it. */
const bigger = 1.25;

/** Whether the line of a unit that was read as the beginning of the title is a mark above it. */
function isMark({ title: [first, ...more] }: Front, line: PrintedLine): boolean {
  if (!first || more.length > 0 || !isUnit(first.text)) return false;
  const isApart = first.heading === undefined && line.heading !== undefined;
  return isApart || (first.size ?? 0) >= (line.size ?? Number.POSITIVE_INFINITY) * bigger;
}

/** Whether a line may belong to the title, or begin it. */
function continues({ title, subtitle, docNumber }: Front, line: PrintedLine): boolean {
  const first = title[0];
  if (!first) return true;
  if (title.length >= mostLines || subtitle) return false;
  if (first.heading !== undefined && line.heading !== first.heading) return false;
  const isWhole = isDocumentName(title.map(({ text }) => text).join(''));
  // Who made it stands below its name on a cover.
  if (isWhole && (line.heading !== first.heading || isUnit(line.text))) return false;
  if (isWhole && line.align !== 'center' && line.heading === undefined) return false;
  if (line.align !== undefined && (first.align === 'center') !== (line.align === 'center')) return false;
  return docNumber === undefined || docNumber.source < first.source;
}

/** An issuer above 文件, which stands for it and its neighbours, as a mark of its own. */
export function withFile(line: PrintedLine): PrintedLine {
  return { ...line, align: 'center', text: `${line.text.replace(/[ \t\u3000]/g, '')}文件` };
}

/** A title that follows the number: what stands above the number is the mark of the issuer, or the title printed before. */
function retitle(front: Front): void {
  const above = front.title;
  front.title = [];
  if (above.some(({ text }) => /关于/.test(text))) front.repeated = above;
  else append(front.marks, above);
}

/** 平安市人民政府令, 会议纪要 above their number. */
function isHeadOf({ text }: PrintedLine): boolean {
  return /(?:令|[纪紀]要)$/.test(text);
}

/** A web page has the title above its text; the text has it again, maybe in lines. */
function repeats({ title, repeated }: Front, rest: readonly PrintedBlock[]): boolean {
  const wordsOf = (lines: readonly PrintedLine[]) =>
    lines.map(({ text }) => text.replace(/\s/g, '')).join('');
  const whole = wordsOf(title);
  const lines = rest
    .slice(0, mostLines * 2)
    .filter((block) => isLine(block) && block.text !== '') as PrintedLine[];
  return (
    title.length > 0 &&
    repeated === undefined &&
    lines.some((_, index) => index < mostLines && wordsOf(lines.slice(0, index + 1)) === whole)
  );
}

/** Whether a title stands in front of what is read as the body. */
export function hasTitle(rest: readonly PrintedBlock[]): boolean {
  const next = rest.find((each) => !isBlank(each));
  return (
    next !== undefined &&
    isLine(next) &&
    isTitleLike(next) &&
    numeralOf(next) === undefined &&
    (/关于/.test(next.text) ||
      isDocumentName(next.text) ||
      /(?:纪要|函|令|决定|公告|通告|通报|批复|请示)$/.test(next.text))
  );
}

function startsBody(rest: readonly PrintedBlock[]): boolean {
  const next = rest.find((each) => !isBlank(each));
  return next !== undefined && isLine(next) && /[。：]$/.test(next.text);
}

function put<
  K extends 'docNumber' | 'copyNumber' | 'secrecy' | 'urgency' | 'signatory' | 'subtitle' | 'addressee',
>(front: Front, key: K, line: PrintedLine): boolean {
  if (front[key]) return false;
  front[key] = line;
  return true;
}
