import { linesOf } from '../outline/lines.ts';
import { namesOf } from '../schema/names-over-lines.ts';
import { type Entry, type Node, type Scalar, slice } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { type Fields, key, Names, record, type Schema } from '../schema/schema.ts';
import { line, list } from '../schema/values.ts';
import { fromHan } from '../text/dates.ts';
import { asItem } from './document-parts.ts';
import { entry, fields, type Item } from './item.ts';

const labelled = record({
  label: key('标签', 'label', line, '印在附件左上角的字，如“附表一”，不写就是“附件”和序号'),
});
export const attachmentKeys = { ...labelled.keys, ...fields.keys };

const attachmentNames = new Names(attachmentKeys);

export interface Attachment extends Item, Fields<typeof labelled.keys> {}

/** 附表一：名单 is a label of its own and the name. */
const withLabel =
  /^(附[件表图录][ \u3000]*(?![ \u3000])(?:\d+|[一二三四五六七八九十]+)?|附[件表图录](?=[ \u3000]))[：:、.．\s\u3000]+(?=\S)/;

/** 附件1, of which the name stands behind the colon. */
export const onlyLabel = /^附[件表图录][ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/;

function labelAlone(node: Node): Entry | undefined {
  const [only, ...others] = node.kind === 'map' ? node.entries : [];
  return only && others.length === 0 && onlyLabel.test(only.key.text.trim()) ? only : undefined;
}

/** `附件1: 名单` is 附件1：名单 to whoever types it. */
function behindLabel({ key: label, value }: Entry, report: Report): Attachment | undefined {
  const isName = value.kind === 'scalar' && !/\n(?=[\s\S])/.test(value.text);
  if (isName || value.kind === 'map') {
    const read = attachment.read(value, report);
    return read && { label, ...read };
  }
  return nameless(label, report);
}

function nameless(at: Node, report: Report): undefined {
  return error(report, 'plan/empty', at, '这个附件没有名称。', '写成“名称: 内容”，或加一行“标题: …”。');
}

/** An attachment: its name alone, or its name with what it contains. */
const attachment: Schema<Attachment> = {
  expects: '附件的名称，或“名称: 内容”',
  read(node, report) {
    if (node.kind === 'scalar') {
      const title = line.read(node, report);
      return title && parted({ title });
    }
    const alone = labelAlone(node);
    if (alone) return behindLabel(alone, report);
    const own = node.kind === 'map' ? node.entries.filter(({ key }) => isLabel(key)) : [];
    if (node.kind !== 'map' || own.length === 0) return named(entry.read(node, report), node, report);
    const label = labelled.read({ ...node, entries: own }, report);
    const rest = node.entries.filter(({ key }) => !isLabel(key));
    const read = named(entry.read({ ...node, entries: rest }, report), node, report);
    return read && { ...label, ...read };
  },
  json: entry.json,
  keysOf: () => attachmentKeys,
  inside: () => [attachmentNames, ...(entry.inside?.() ?? [])],
};
const listed = list(attachment, true);

/** Names that were pasted one below the other, with the numbers that the program gives them. */
export const attachments: Schema<Attachment[]> = {
  ...listed,
  read(node, report) {
    const names = node.kind === 'scalar' ? namesIn(node, report) : [];
    const read = names.length > 1 ? names.map((title) => parted({ title })) : listed.read(node, report);
    checkNumbers(read ?? [], report);
    return read;
  },
};

const typedNumber = /^附件[ \u3000]*(?:(\d+)|([一二三四五六七八九十]+))$/;

/** How an attachment is counted: in its turn, or as its label says. */
interface Count {
  turn: number;
  typed: number | undefined;
}

/** 附件2 is the second wherever it stands, as 附件二 is; 附表一 isn't counted, and undefined here. */
export function counts(labels: readonly (string | undefined)[]): (Count | undefined)[] {
  let last = 0;
  return labels.map((label = '附件') => {
    if (!label.startsWith('附件')) return undefined;
    const [, digits, characters] = typedNumber.exec(label) ?? [];
    const typed = digits ? Number(digits) : characters ? fromHan(characters) : undefined;
    const turn = last + 1;
    last = typed ?? turn;
    return { turn, typed };
  });
}

function checkNumbers(read: readonly Attachment[], report: Report): void {
  const all = counts(read.map(({ label }) => label?.text));
  read.forEach(({ label }, index) => {
    const { turn, typed } = all[index] ?? {};
    if (label && typed !== undefined && typed !== turn)
      report({
        severity: 'warning',
        code: 'plan/attachment',
        start: label.start,
        end: label.end,
        message: `照次序这里是附件${turn}，写的是“${label.text}”，照写的印。`,
        advice: '附件由程序编号，不必写“附件1”；确要另编的，各件都写明。',
      });
  });
}

/** 1.名单, or 附件1：名单, of which the label is kept. */
const numberOfName =
  /^(?:附件[:：][ \u3000]*)?([\d０-９]{1,2})[.．、][ \t\u3000]*|^附件[ \u3000]*([\d０-９]{1,2})(?=[:：.．、])/;

/** 附件：1.名单 2.台账, all on one line. */
const numberOnLine = /(?<=^(?:附件[:：])?|[\s\u3000；;，,、])(\d{1,2})[.．、](?!\d)/g;

/** The names on one line whose numbers run from 1. */
function namesOnLine(text: Scalar): Scalar[] {
  if (text.text.trim().includes('\n')) return [];
  const marks = [...text.text.matchAll(numberOnLine)];
  if (
    !/^(?:附件[:：])?$/.test(text.text.slice(0, marks[0]?.index)) ||
    marks.some(({ 1: number }, index) => Number(number) !== index + 1)
  )
    return [];
  return marks.map(({ index, 0: mark }, at) => {
    const start = index + mark.length;
    const between = text.text.slice(start, marks[at + 1]?.index);
    const from = start + between.length - between.trimStart().length;
    return slice(text, from, from + between.trim().replace(/[；;，,、。]$/, '').length);
  });
}

function namesIn(text: Scalar, report: Report): Scalar[] {
  const onLine = namesOnLine(text);
  if (onLine.length > 1) return onLine;
  const names = linesOf(text.text).flatMap(({ text: line, start, end }, index) => {
    const [whole = '', number, label = number] = numberOfName.exec(line) ?? [];
    const from = start + (number === undefined ? 0 : whole.length);
    return Number(label?.normalize('NFKC')) === index + 1 ? [slice(text, from, end)] : [undefined];
  });
  return names.every((name) => name !== undefined) ? names : namesOf(text, report);
}

const isLabel = ({ text }: Scalar) => labelled.names.find(text) !== undefined;

/** An attachment without a name couldn't be listed; that of its table will do. */
function named(
  read: Parameters<typeof asItem>[0] | undefined,
  node: Node,
  report: Report,
): Attachment | undefined {
  if (read === undefined) return undefined;
  const item = asItem(read);
  const title = item.title ?? item.tables?.[0]?.title;
  if (title) return parted({ ...item, title });
  return nameless(node, report);
}

function parted(item: Attachment & { title: Scalar }): Attachment {
  const { title } = item;
  const [all, label] = withLabel.exec(title.text) ?? [];
  if (all === undefined || label === undefined) return item;
  return {
    label: slice(title, 0, label.trimEnd().length),
    ...item,
    title: slice(title, all.length, title.text.length),
  };
}
