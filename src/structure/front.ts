import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { isAddressee, isBlank, isDocumentNumber, isLine, isTitleLike } from './marks.ts';
import type { Front } from './part.ts';

/** A title has no more lines than this. */
const mostLines = 6;
const remark =
  /^[（(](?:试行|暂行|草案|征求意见稿|讨论稿|送审稿|初稿|修订|修订稿|.{0,6}\d{4}.{0,12}年?.{0,4})[）)]$/;

/** What stands before the body: marks of the head, title over several lines, number, addressee; and how many blocks that is. */
export function frontOf(
  blocks: readonly PrintedBlock[],
  isHead: (line: PrintedLine) => boolean,
): { front: Front; length: number } {
  const front: Front = { marks: [], title: [] };
  let length = 0;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as PrintedBlock;
    if (isBlank(block)) continue;
    if (!isLine(block) || isHead(block) || !take(front, block, blocks.slice(at + 1))) break;
    length = at + 1;
    if (front.addressee) break;
  }
  return { front, length };
}

/** Puts a line where it belongs; false when the body begins with it. */
function take(front: Front, line: PrintedLine, rest: readonly PrintedBlock[]): boolean {
  const { text } = line;
  const isAbove = front.title.length === 0;
  if (isDocumentNumber(text)) return put(front, 'docNumber', line);
  if (isAbove && /^(?:No\.?)?\d{6}$/.test(text)) return put(front, 'copyNumber', line);
  if (isAbove && /^(?:绝密|机密|秘密|内部)(?:★.*)?$/.test(text)) return put(front, 'secrecy', line);
  if (isAbove && /^(?:特急|加急|特提|平急|紧急|急件)$/.test(text)) return put(front, 'urgency', line);
  if (isAbove && /^签发人[：:]/.test(text)) return put(front, 'signatory', line);
  if (isAbove && /文\s*件$/.test(text) && text.length <= 40 && !/关于/.test(text)) {
    front.marks.push(line);
    return true;
  }
  if (isAddressee(text))
    return (!isAbove || front.docNumber !== undefined || startsBody(rest)) && put(front, 'addressee', line);
  if (!isAbove && /^[（(].*[）)]$/.test(text)) {
    if (remark.test(text)) front.title.push(line);
    else return put(front, 'subtitle', line);
    return true;
  }
  if (!isAbove && /^(?:——|—)/.test(text)) return put(front, 'subtitle', line);
  if (!isTitleLike(line) || front.title.length >= mostLines || front.subtitle) return false;
  const [first] = front.title;
  if (first && (first.align === 'center') !== (line.align === 'center') && line.align !== undefined)
    return false;
  if (first && front.docNumber && front.title.length > 0 && isBelow(front, line)) return false;
  front.title.push(line);
  return true;
}

/** Behind a number that stands below its title no more of the title follows. */
function isBelow({ docNumber, title }: Front, line: PrintedLine): boolean {
  const last = title.at(-1);
  return (
    docNumber !== undefined &&
    last !== undefined &&
    docNumber.source > last.source &&
    line.source > docNumber.source &&
    /[通知方案要点计划意见办法]$/.test(last.text)
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
