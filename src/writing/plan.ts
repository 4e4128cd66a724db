import { kindAtEnd } from '../plan/document-kind.ts';
import type { PrintedLine } from '../reading/printed.ts';
import type { Content, Front, Heading, Part } from '../structure/part.ts';
import { allOf } from '../structure/titles.ts';
import { attachmentsEntry } from './attachments.ts';
import { bodyOf } from './body.ts';
import { prose } from './content.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import { type Forms, formsOf } from './forms.ts';
import { Items } from './items.ts';
import { dateValue, namesValue, signersOf } from './names.ts';
import { numberingEntries } from './numbering.ts';
import { list, type Mapping, map, type Value, written } from './yaml.ts';

type Entries = Mapping['entries'];

/** A plan that was written, and what its author should look at. */
export interface WrittenPlan {
  text: string;
  title: string;
  doubts: Doubt[];
  /** The parts that went into it. */
  parts: readonly Part[];
}

/** The parts of a file, those of one plan together: a notice and what it issues, a plan and its attachments. */
export function plansOf(parts: readonly Part[]): Part[][] {
  const plans: Part[][] = [];
  for (const part of parts) {
    const last = plans.at(-1);
    const isIssued = last?.length === 1 && last[0] !== undefined && isNotice(last[0]);
    if (last && (part.kind === 'attachment' || isIssued)) last.push(part);
    else plans.push([part]);
  }
  return plans;
}

function isNotice({ kind, front, back }: Part): boolean {
  return (
    kind === 'document' &&
    (back.date !== undefined || back.signers.length > 0) &&
    /(?:通知|函|决定|命令|令|批复|意见|公告)$/.test(titleOf(front) || '通知')
  );
}

/** Writes the plan that some parts make, in the order of the document. */
export function planOf(parts: readonly Part[], isNative?: boolean): WrittenPlan {
  const [first, second] = parts as [Part, Part?];
  const hasNotice = second?.kind === 'document';
  const main = hasNotice ? second : first;
  const { part, closing } = withoutClosing(main);
  const used = parts.map((each) => (each === main ? part : each));
  const forms = formsOf(used, part);
  const doubts = doubtsOf(used, forms);
  const comments = new Map<Heading, string[]>();
  for (const { heading, message } of doubts)
    comments.set(heading, [...(comments.get(heading) ?? []), message]);
  const items = new Items(forms, comments);
  const separate = false;
  const entries: Entries = [
    ...headOf(first, part, hasNotice),
    ...numberingEntries(forms, { native: isNative ?? forms.native, separate }),
    ...(hasNotice ? [{ key: '印发通知', value: noticeOf(first, items, forms) }] : []),
    ...bodyOf(part, items, forms),
    ...closingOf(part, [...closing, ...(hasNotice ? linesOf(part) : [])]),
    ...attachmentsEntry(
      used.filter(({ kind }) => kind === 'attachment'),
      [...first.back.attachments, ...(hasNotice ? part.back.attachments : [])],
      items,
    ),
    ...footOf(first, part),
  ];
  return { text: written(map(entries)), title: titleOf(part.front) || titleOf(first.front), doubts, parts };
}

export function titleOf({ title }: Front): string {
  return title.map(({ text }) => text.trim()).join('');
}

/** What stands above the body: title, kind, issuer, number, addressee, date. */
function headOf(first: Part, main: Part, hasNotice: boolean): Entries {
  const { front } = main;
  const title = titleOf(front);
  const kind = kindAtEnd(title || titleOf(first.front))?.name;
  const signers = signersOf(first.back.signers);
  const year = /(?:19|20)\d{2}(?=年)/.exec(title || titleOf(first.front))?.[0];
  const own = hasNotice ? first.front : front;
  return [
    ...entry('标题', title),
    ...line('副标题', front.subtitle),
    ...entry('文种', kind),
    ...(signers.length > 0 ? [{ key: '单位', value: namesValue(signers) }] : []),
    ...entry('年度', year),
    ...line('发文字号', front.docNumber),
    ...line('份号', own.copyNumber),
    ...line('密级', own.secrecy),
    ...line('紧急程度', own.urgency),
    ...entry('签发人', own.signatory?.text.replace(/^签发人[：:]\s*/, '')),
    ...entry('主送', addressee(front.addressee)),
    ...entry('日期', first.back.date && dateValue(first.back.date.text)),
    ...redHead(own, signers),
  ];
}

function entry(key: string, value: string | undefined): Entries {
  return value ? [{ key, value }] : [];
}

function line(key: string, printed: PrintedLine | undefined): Entries {
  return entry(key, printed?.text.trim());
}

function addressee(printed: PrintedLine | undefined): string | undefined {
  return printed?.text.trim().replace(/[：:]$/, '');
}

/** 平安镇人民政府文件 is what its issuer makes of itself; orders, minutes and letters have forms of their own. */
function redHead({ marks, title }: Front, signers: readonly string[]): Entries {
  const words = marks.map(({ text }) => text.replace(/[ \t\u3000]/g, ''));
  const [only = ''] = words;
  if (words.length === 0) return [];
  const style = /令$/.test(only)
    ? '命令'
    : /纪要$/.test(only)
      ? '纪要'
      : /文件$/.test(only) || title.length === 0
        ? undefined
        : '信函';
  const usual = {
    命令: `${signers[0]}令`,
    纪要: `${signers[0]}纪要`,
    信函: signers[0],
    文件: `${signers[0]}文件`,
  }[style ?? '文件'];
  const isUsual = words.length === 1 && only === usual && signers.length === 1;
  const mark: Value = words.length === 1 ? only : list(words, true);
  const fields = [...entry('式样', style), ...(isUsual ? [] : [{ key: '标志', value: mark }])];
  return [{ key: '版式', value: map([{ key: '红头', value: style ? map(fields) : isUsual ? '是' : mark }]) }];
}

function noticeOf(notice: Part, items: Items, forms: Forms): Value {
  const body = bodyOf(notice, items, forms);
  const [only, ...more] = body;
  const isText = only !== undefined && more.length === 0 && (only.key === '正文' || only.key === '导语');
  const words = body.map(({ key, value }) => ({
    key: key === '导语' ? '内容' : key === '正文' ? '条目' : key,
    value,
  }));
  return map([
    ...entry('标题', titleOf(notice.front)),
    ...line('发文字号', notice.front.docNumber),
    ...entry('主送', addressee(notice.front.addressee)),
    ...(only
      ? [{ key: '正文', value: isText && typeof only.value === 'string' ? only.value : map(words) }]
      : []),
  ]);
}

/** What stands behind the last list and belongs to no item of it. */
function withoutClosing(part: Part): { part: Part; closing: PrintedLine[] } {
  const last = allOf(part.headings).at(-1);
  const parent = last && allOf(part.headings).find(({ below }) => below.at(-1) === last);
  const siblings = (parent?.below ?? part.headings).filter((each) => each !== last);
  if (!last || last.content.length === 0 || last.content.length > 3) return { part, closing: [] };
  const lines = last.content.filter((block) => block.kind === 'line');
  const isOpen = last.opens !== undefined || last.title === undefined;
  const isSaid =
    lines.length === 1 && /^(?:特此|此复|此函|妥否|当否|以上|请予|专此)/.test(lines[0]?.text ?? '');
  const isApart = isOpen && siblings.length > 0 && siblings.every(({ content }) => content.length === 0);
  if (lines.length !== last.content.length || !(isSaid || isApart)) return { part, closing: [] };
  return {
    part: { ...part, headings: replaced(part.headings, last, { ...last, content: [] }) },
    closing: lines,
  };
}

function replaced(headings: readonly Heading[], one: Heading, other: Heading): Heading[] {
  return headings.map((each) =>
    each === one ? other : { ...each, below: replaced(each.below, one, other) },
  );
}

/** Lines of the foot of a plan that was issued by a notice, which has the signature. */
function linesOf({ back }: Part): PrintedLine[] {
  return [...back.signers, ...(back.date ? [back.date] : [])];
}

const added = /^(?:通知|函|公告|批复|报告|请示|议案|通告|通报)$/;
const said =
  /(?:通知|公告|通告|通报|报告|批复)如下|特此|此复|此函|函复|函告|为盼|为荷|为感|专此|妥否|当否|请批|请审|审议/;

/** 结语; an empty one where the template would add a sentence that isn't there. */
function closingOf(part: Part, closing: readonly PrintedLine[]): Entries {
  if (closing.length > 0) return [{ key: '结语', value: prose(closing) }];
  const kind = kindAtEnd(titleOf(part.front));
  const words = [
    ...part.preamble,
    ...allOf(part.headings).flatMap(({ line, content }): Content[] => [line, ...content]),
  ];
  const isSaid = words.some((block) => block.kind === 'line' && said.test(block.text));
  return kind && added.test(kind.name) && !isSaid ? [{ key: '结语', value: '' }] : [];
}

/** 附注, 联系, 出席, 抄送 and 印发. */
function footOf(first: Part, main: Part): Entries {
  const all = [...first.back.notes, ...(main === first ? [] : main.back.notes)].map(({ text }) =>
    text.replace(/^[（(](.*)[）)]$/, '$1'),
  );
  const contact = all.find((text) => /^联\s*系\s*[人电]/.test(text));
  const notes = all.filter((text) => text !== contact);
  const cc = first.back.cc ?? main.back.cc;
  const imprint = first.back.imprint ?? main.back.imprint;
  const [, printer, printedOn] = imprinted.exec(imprint?.text ?? '') ?? [];
  return [
    ...entry('附注', notes[0]),
    ...(contact ? [{ key: '联系', value: contactOf(contact) }] : []),
    ...main.back.attendance.flatMap(({ text }) => {
      const [, key = '', names = ''] = /^(出席|请假|列席)(?:人员?)?[：:]\s*(.*?)[。]?$/.exec(text) ?? [];
      return entry(key, names);
    }),
    ...entry('抄送', cc?.text.replace(/^.*?[：:]\s*/, '').replace(/[。.]\s*$/, '')),
    ...(printedOn
      ? [
          {
            key: '印发',
            value: map([
              { key: '机关', value: printer ?? '' },
              { key: '日期', value: dateValue(printedOn) },
            ]),
          },
        ]
      : []),
  ];
}

const imprinted = /^(.*?)[ \t\u3000]*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:印发|印制|印)\s*$/;

const contactKeys: Record<string, string> = {
  联系人: '联系人',
  联系电话: '电话',
  地址: '地址',
  邮箱: '邮箱',
};

/** （联系人：…；联系电话：…） as its fields, where these print the same. */
function contactOf(text: string): Value {
  const pairs = text.split('；').map((each) => each.split('：'));
  const fields = pairs.map(([label = '', value = '']) => ({ key: contactKeys[label] ?? '', value }));
  const order = Object.values(contactKeys);
  const isExact =
    pairs.every((each) => each.length === 2) &&
    fields.every(
      ({ key }, index) => key !== '' && order.indexOf(key) > order.indexOf(fields[index - 1]?.key ?? ''),
    );
  return isExact ? map(fields) : text;
}
