import { type Node, slice } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import { key, record, type Schema } from '../schema/schema.ts';
import { date, line, names, orNone, present, prose } from '../schema/values.ts';
import { content, type Entry, entry, fields, type Item } from './item.ts';

/** 正文: a list of sections with titles of one's own; a text alone is a part without a title. */
export const body: Schema<Item[]> = {
  expects: '各部分的列表，或一段文字',
  read(node: Node, report: Report) {
    if (node.kind === 'list') return present(node.items.map((each) => entry.read(each, report))).map(asItem);
    const only = content.read(node, report);
    return only && [only];
  },
  json: content.json,
  keysOf: () => fields.keys,
  inside: () => content.inside?.() ?? [],
};

/** A goal or a task that stands where an item is wanted becomes the only entry of one. */
export function asItem(read: Entry): Item {
  if (read.type !== 'item') return { items: [read] };
  const { type: _, ...item } = read;
  return item;
}

/** 印发通知: the notice in front, which carries the plan as what it issues. */
export const coverNotice = record({
  title: key('标题', 'title', line, '通知的标题'),
  docNumber: key('发文字号', 'documentNumber', line, '通知的发文字号', ['文号']),
  recipients: key('主送', 'unit', names, '通知的主送机关', ['主送机关']),
  body: key('正文', 'parts', content, '通知的正文', ['内容']),
});

export const contact = record(
  {
    text: key('内容', 'body', prose, '照原样排印的联系方式'),
    contactPerson: key('联系人', 'person', line, '联系人', ['姓名']),
    telephone: key('电话', 'label', line, '联系电话', ['联系电话']),
    address: key('地址', 'label', line, '地址'),
    email: key('邮箱', 'label', line, '电子邮箱', ['电子邮箱']),
  },
  { text: 'text' },
);

const imprintFields = record(
  {
    printer: key(
      '印发机关',
      'unit',
      orNone(line, (none) => none),
      '印发机关，不写就用“单位”；写 "" 就不印',
      ['机关'],
    ),
    printedOn: key('印发日期', 'date', date, '印发日期，不写就用“日期”', ['日期']),
    copies: key('印数', 'label', line, '共印多少份，如 60', ['份数']),
    handler: key('承办单位', 'unit', line, '承办单位，印在印发机关的上方', ['承办']),
    handledBy: key('承办人', 'person', line, '承办单位的联系人', ['联系人', '经办人']),
    telephone: key('电话', 'label', line, '承办人的电话', ['联系电话']),
  },
  { text: 'printer' },
);

/** 平安镇党政办 2026年3月6日印发: who prints and when, in one text. */
const day = /(\d{4}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?)[ \u3000]{0,2}(?:印[发發])?$/;

export const imprint: typeof imprintFields = {
  ...imprintFields,
  read(node, report) {
    const read = imprintFields.read(node, report);
    const { printer, ...others } = read ?? {};
    const [, typed] = (printer && day.exec(printer.text.trimEnd())) ?? [];
    if (printer === undefined || typed === undefined || others.printedOn) return read;
    const from = printer.text.lastIndexOf(typed);
    const name = printer.text
      .slice(0, from)
      .trimEnd()
      .replace(/[，,]$/, '');
    const printedOn = date.read(slice(printer, from, from + typed.length), report);
    return {
      ...others,
      ...(name !== '' && { printer: slice(printer, 0, name.length) }),
      ...(printedOn && { printedOn }),
    };
  },
};
