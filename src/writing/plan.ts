import { kindAtEnd } from '../plan/document-kind.ts';
import type { PrintedLine } from '../reading/printed.ts';
import { isBullet } from '../structure/marks.ts';
import type { Content, Heading, Part } from '../structure/part.ts';
import { allOf } from '../structure/titles.ts';
import { attachmentsEntry } from './attachments.ts';
import { bodyOf } from './body.ts';
import { prose } from './content.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import { feetOf, footOf, notesOf, withoutFeet } from './foot.ts';
import { formsOf } from './forms.ts';
import { addressee, entry, headOf, line, titleOf } from './head.ts';
import { contentValue, Items } from './items.ts';
import { numberingEntries } from './numbering.ts';
import { movedNote } from './pictures.ts';
import { inScriptOf } from './script.ts';
import { type Mapping, map, type Value, written } from './yaml.ts';

type Entries = Mapping['entries'];

/** A plan that was written, and what its author should look at. */
export interface WrittenPlan {
  text: string;
  title: string;
  doubts: Doubt[];
  /** Pictures that stand elsewhere than in the source. */
  moved: readonly string[];
  /** Words of the source that it has no place for. */
  notes: string[];
  /** The parts that went into it. */
  parts: readonly Part[];
}

/** The parts of a file, those of one plan together: a notice and what it issues, a plan and its attachments. */
export function plansOf(parts: readonly Part[]): Part[][] {
  const plans: Part[][] = [];
  for (const part of parts) {
    const last = plans.at(-1);
    const isIssued = last?.length === 1 && last[0] !== undefined && isNotice(last[0]) && !isSent(part);
    if (last && (part.kind === 'attachment' || isIssued)) last.push(part);
    else plans.push([part]);
  }
  return plans;
}

/** What has a head of its own, or a number or an addressee and is signed, is no plan that a notice issues. */
function isSent(part: Part): boolean {
  const { marks, docNumber, addressee } = part.front;
  return marks.length > 0 || ((docNumber ?? addressee) !== undefined && isNotice(part));
}

function isNotice({ kind, front, back }: Part): boolean {
  return (
    kind === 'document' &&
    (back.date !== undefined || back.signers.length > 0) &&
    /(?:通知|函|决定|命令|令|批复|意见|公告)$/.test(titleOf(front) || '通知')
  );
}

/** Writes the plan that some parts make, in the order of the document. */
export function planOf(given: readonly Part[], isNative?: boolean): WrittenPlan {
  const [{ label, ...own }, ...others] = given as [Part, ...Part[]];
  // An attachment that came alone is what its file is about.
  const isNamed = own.front.title.length + own.preamble.length + own.headings.length > 0 || !label;
  const front = isNamed ? own.front : { ...own.front, title: [label] };
  const parts: Part[] = [{ ...own, front, kind: 'document' }, ...others];
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
  const feet = feetOf([first, part, parts.at(-1) as Part]);
  const entries: Entries = [
    ...headOf(first, part, hasNotice),
    ...numberingEntries(forms, { native: isNative ?? forms.native }),
    ...(hasNotice ? [{ key: '印发通知', value: noticeOf(first, items) }] : []),
    ...bodyOf(part, items, forms),
    ...closingOf(part, [...closing, ...(hasNotice ? linesOf(withoutFeet(part, feet)) : [])]),
    ...attachmentsEntry(
      used.filter(({ kind }) => kind === 'attachment').map((each) => withoutFeet(each, feet)),
      [...first.back.attachments, ...(hasNotice ? part.back.attachments : [])],
      items,
    ),
    ...footOf(first, part, feet),
  ];
  return {
    text: written(map(inScriptOf(used, entries))),
    title: titleOf(part.front) || titleOf(first.front),
    doubts,
    moved: items.moved.map(movedNote),
    notes: [...(label && isNamed ? [`第 ${label.source} 行：${label.text}`] : []), ...notesOf(parts)],
    parts,
  };
}

/** A notice knows no sections of its own, so all that it says is its 正文. */
function noticeOf(notice: Part, items: Items): Value {
  const body = items.whole(notice.preamble, notice.headings);
  const [only, ...more] = body;
  const isText = only?.key === '内容' && more.length === 0 && typeof only.value === 'string';
  return map([
    ...entry('标题', titleOf(notice.front)),
    ...line('发文字号', notice.front.docNumber),
    ...entry('主送', addressee(notice.front.addressee)),
    ...(only ? [{ key: '正文', value: isText ? contentValue(String(only.value)) : map(body) }] : []),
  ]);
}

const closes = /^(?:特此|此复|此函|妥否|当否|以上|请予|专此)/;

/** What stands behind the last list and belongs to no item of it. */
function withoutClosing(part: Part): { part: Part; closing: PrintedLine[] } {
  const last = allOf(part.headings).at(-1);
  const parent = last && allOf(part.headings).find(({ below }) => below.at(-1) === last);
  const siblings = (parent?.below ?? part.headings).filter((each) => each !== last);
  const end = last?.content.at(-1);
  if (last && last.content.length > 1 && end?.kind === 'line' && closes.test(end.text)) {
    const rest = { ...last, content: last.content.slice(0, -1) };
    return { part: { ...part, headings: replaced(part.headings, last, rest) }, closing: [end] };
  }
  if (!last || last.content.length === 0 || last.content.length > 3) return { part, closing: [] };
  const lines = last.content.filter((block) => block.kind === 'line');
  const isOpen = last.opens !== undefined || last.title === undefined;
  const isSaid = lines.length === 1 && closes.test(lines[0]?.text ?? '');
  const isApart =
    isOpen &&
    siblings.length > 0 &&
    siblings.every(({ content }) => content.length === 0) &&
    !lines.some(({ text }) => isBullet(text));
  if (lines.length !== last.content.length || !(isSaid || isApart)) return { part, closing: [] };
  return {
    part: { ...part, headings: replaced(part.headings, last, alone(last)) },
    closing: lines,
  };
}

/** The last item without what is the closing: a sentence that stood above it was no title. */
function alone({ title, ...last }: Heading): Heading {
  const isTitle = title !== undefined && (last.opens !== undefined || last.mark === '');
  return { ...last, ...(isTitle && { title }), content: [] };
}

function replaced(headings: readonly Heading[], one: Heading, other: Heading): Heading[] {
  return headings.map((each) =>
    each === one ? other : { ...each, below: replaced(each.below, one, other) },
  );
}

/** Lines of the foot of a plan that was issued by a notice, which has the signature. */
function linesOf({ back }: Part): PrintedLine[] {
  const { date, cc, imprint } = back;
  return [...back.signers, ...[date, cc, imprint].filter((each) => each !== undefined)];
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
