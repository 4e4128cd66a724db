import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { parseDate } from '../text/dates.ts';
import { entrySigns, partSigns } from '../text/list-signs.ts';
import { simplified } from '../text/script.ts';

/** What the parts around the body of a document look like; each takes the words of one line. */

const year = '[〔［[【（(﹝]\\s{0,4}(?:(?:19|20)\\d{2}\\s{0,4})?[〕］\\]】）)﹞]';
const documentNumber = new RegExp(
  `^[（(]?[\\p{Script=Han}A-Za-z]{1,24}\\s{0,4}${year}\\s{0,4}第?\\s{0,4}[\\d×xX_＿]{0,20}\\s{0,4}[号號][）)]?$`,
  'u',
);
/** 附件2 by itself heads what it names. */
const attachment = /^附\s*(?:[件表录錄图]\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*)?[：:.．]?|[：:])$/;
const attachmentList = /^附\s*(?:件\s*(?:\d{1,2}\s*)?)?[：:]/;
const unit =
  /(?:政府|委员会|委員會|委|局|厅|廳|部|办公室|辦公室|办|院|中心|公司|处|组|组委会|会|會|校|学|所|站|队|村|镇|乡|街道|社区|园|行|司|署|馆|支行|分公司|党组|办事处|辦事處|俱乐部)$/;
const unitWords =
  /各|局|委|办|辦|政府|公司|单位|單位|部门|村|社区|镇|乡|街道|学校|院|厅|部|处|组|会|同志|先生|女士|园|站|所|中心|户|民|县|市|区/;

export function isDocumentNumber(text: string): boolean {
  return documentNumber.test(text);
}

export function isAttachmentMark(text: string): boolean {
  return attachment.test(text);
}

export function isAttachmentList(text: string): boolean {
  return attachmentList.test(text);
}

/** 各村（社区）： names who is to read the document; 通知如下： doesn't. */
export function isAddressee(typed: string): boolean {
  const text = simplified(typed);
  return (
    /[：:]$/.test(text) &&
    !/[。；]/.test(text) &&
    text.length <= 300 &&
    unitWords.test(text) &&
    !/(?:如下|事项|通知|做到|要求|包括|是)[：:]$/.test(text) &&
    !/以下|下列|^(?:为|根据|按照|经|我|[甲乙丙丁]\s*方)|^\d{4}年|承诺[：:]$/.test(text) &&
    !/，.{0,12}(?:[将要]|应[^急]|现就)/.test(text) &&
    !isNamed(text)
  );
}

/** 平安镇工作要点：防火篇 and 平安镇工作方案： are titles all the same. */
export function isNamed(text: string): boolean {
  const [name = '', behind = '', ...more] = text.split(/[：:]/);
  if (more.length > 0 || text.length > 50 || /[。；，、]/.test(name + behind)) return false;
  return (
    (name.length > 3 && isDocumentName(name) && !/^[各现请]|[以如]下|代表$/.test(name)) ||
    /^关于.{2,40}的(?:通知|意见|报告|请示|函)$/.test(name)
  );
}

/** 2026年 月 日, 2026年×月×日, 2025年2月30日: a date that is still to come, or is none of the calendar. */
const dated =
  /^(?:\d{2,4}|[〇○零一二三四五六七八九]{4}|\d{0,2}[×xX_＿]{2,4})年(?:[\d×xX_＿]{0,4}|[一二三四五六七八九十]{1,3})月(?:[\d×xX_＿]{0,4}|[一二三四五六七八九十]{1,3})日$/;

/** A whole line that is a date, blanks inside it left out. */
export function isDate(text: string): boolean {
  return /年/.test(text) && (parseDate(text) !== undefined || dated.test(text.replace(/\s/g, '')));
}

/** 柳溪镇人民政府    2026年3月5日 on one line. */
export function signedOn(text: string): [signer: string, date: string] | undefined {
  const [, signer, date] =
    /^(\S.*?\S)[ \t\u3000]+((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年.{2,9}[日号]?)$/u.exec(text) ?? [];
  return signer && date && isDate(date) && signer.length <= 40 && !/[。：:]/.test(signer)
    ? [signer, date]
    : undefined;
}

/** A unit that may have signed, padded or not. */
export function isSigner(line: PrintedLine): boolean {
  const words = simplified(line.text.replace(/[ \t\u3000]/g, ''));
  if (words.length > 40 || words.length < 2 || /[。；：:，,！？]$/.test(words) || /[。；]/.test(words))
    return false;
  return (
    unit.test(words.replace(/[（(][^（()）]*[）)]$/, '')) || line.align === 'right' || (line.indent ?? 0) >= 8
  );
}

export function isUnit(text: string): boolean {
  return unit.test(simplified(text.replace(/[ \t\u3000]/g, '')));
}

/** Signs in front of the entries of a list; ○○县 is a county whose name is left open. */
const bullet = new RegExp(`^(?:[${entrySigns}${partSigns}]|○(?!○))`, 'u');

/** An entry of a list without numbers. */
export function isBullet(text: string): boolean {
  return bullet.test(text);
}

/** A line that may be a title or a piece of one: no sentence, no date, and not too long. */
export function isTitleLike({ text, within, align }: PrintedLine): boolean {
  return (
    text !== '' &&
    !isBullet(text) &&
    within === undefined &&
    align !== 'right' &&
    text.length <= (isDocumentName(text) ? 120 : 60) &&
    /\p{Script=Han}/u.test(text) &&
    !/[。；，、：:;,！？…]$/.test(text) &&
    !/[。；]/.test(text) &&
    !/^[图圖表]\s?\d{1,2}(?:[-.]\d{1,2})?[\s：:]/.test(text) &&
    !/^(?!转发).{0,12}[：:]/.test(text) &&
    !isDate(text) &&
    signedOn(text) === undefined &&
    !isDocumentNumber(text)
  );
}

/** How plans and their like are called. */
export function isDocumentName(typed: string): boolean {
  const text = simplified(typed);
  return /(?:方案|计划|要点|办法|意见|通知|规定|细则|预案|制度|章程|标准|目录|清单|规划|规程|公约|安排|思路|总结|报告|纲要|指南|准则|规则|条例|守则|指标|表|名单|流程|职责|责任书|计劃|要點|辦法|意見)(?:[（(〔][^（）()〔〕]*[）)〕])*$/.test(
    text,
  );
}

export const feet = {
  cc: /^(?:抄\s*送|抄\s*[报報]|分\s*送)\s*[：:]\s*[^\s。.]/,
  imprint: /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印[发發]|印[制製]|印)\s*$/,
  other:
    /^(?:主题词|主題詞|共印|[（(]?\s*共\s*印|印[数數]|承\s*[办辦]\s*(?:[单單]\s*位|科\s*室|部\s*[门門])[：:])/,
  note: /^[（(].*[）)]$/,
};

export function isLine(block: PrintedBlock | undefined): block is PrintedLine {
  return block?.kind === 'line';
}

/** The place of the next block at or behind a place that isn't empty. */
export function nextAt(blocks: readonly PrintedBlock[], from: number, step: 1 | -1 = 1): number {
  let at = from;
  while (at >= 0 && at < blocks.length && isBlank(blocks[at] as PrintedBlock)) at += step;
  return at;
}

export function isBlank(block: PrintedBlock): boolean {
  return block.kind === 'break' || (block.kind === 'line' && block.text.trim() === '');
}
