import type { PrintedLine } from '../reading/printed.ts';
import type { Part } from '../structure/part.ts';
import { simplified } from '../text/script.ts';
import { attached } from './attachments.ts';
import { entry, titleOf } from './head.ts';
import { attachmentNames, dateValue } from './names.ts';
import { type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** The lines of a foot that a document has once, wherever in the file they stand. */
export interface Feet {
  cc?: PrintedLine;
  imprint?: PrintedLine;
  /** Beside the 印发, who handles the document and how many copies there are. */
  handler?: PrintedLine;
  copies?: PrintedLine;
}

export function feetOf(parts: readonly Part[]): Feet {
  const cc = parts.find(({ back }) => back.cc)?.back.cc;
  const imprint = parts.find(({ back }) => back.imprint)?.back.imprint;
  // 印发 is printed whole, so what stands beside it has a key only where it stands there.
  const others = imprinted.test(imprint?.text ?? '') ? parts.flatMap(({ back }) => back.others) : [];
  const [handler, copies] = [handled, counted].map((form) => others.find(({ text }) => form.test(text)));
  return {
    ...(cc && { cc }),
    ...(imprint && { imprint }),
    ...(handler && { handler }),
    ...(copies && { copies }),
  };
}

/** A part without the lines that are the foot of the whole. */
export function withoutFeet(part: Part, feet: Feet): Part {
  const { cc, imprint, ...back } = part.back;
  return {
    ...part,
    back: {
      ...back,
      others: back.others.filter((line) => line !== feet.handler && line !== feet.copies),
      ...(cc && cc !== feet.cc && { cc }),
      ...(imprint && imprint !== feet.imprint && { imprint }),
    },
  };
}

/** 附注, 联系, those who attended, 抄送 and 印发. */
export function footOf(first: Part, main: Part, { cc, imprint, handler, copies }: Feet): Entries {
  const all = [...first.back.notes, ...(main === first ? [] : main.back.notes)].map(({ text }) =>
    text.replace(/^[（(](.*)[）)]$/, '$1'),
  );
  const contact = all.find((text) => /^联\s*系\s*[人电]/.test(simplified(text)));
  const notes = all.filter((text) => text !== contact);
  const [, printer, day = ''] = imprinted.exec(imprint?.text ?? '') ?? [];
  const printedOn = dateValue(day);
  const [, unit, person, telephone] = handled.exec(handler?.text ?? '') ?? [];
  const [, number] = counted.exec(copies?.text ?? '') ?? [];
  return [
    ...entry('附注', notes[0]),
    ...(contact ? [{ key: '联系', value: contactOf(contact) }] : []),
    ...main.back.attendance.flatMap(({ text }) => {
      const [, key = '', names = ''] =
        /^(出席|[请請]假|列席|[记記][录錄])(?:人[员員]?)?[：:]\s*(?!\s)(.*?)。?$/.exec(text) ?? [];
      return entry(simplified(key), names);
    }),
    ...entry('抄送', cc?.text.replace(/^.*?[：:]\s*/, '').replace(/[。.]\s*$/, '')),
    ...(printedOn
      ? [
          {
            key: '印发',
            value: map([
              { key: '机关', value: printer ?? '' },
              { key: '日期', value: printedOn },
              ...entry('印数', number),
              ...entry('承办单位', unit),
              ...entry('承办人', person),
              ...entry('电话', telephone),
            ]),
          },
        ]
      : []),
  ];
}

const handled = /^承办单位：([^\s：]+)(?:\s+联系人：([^\s：]+))?(?:\s+电话：([\d（）()—-]+))?$/;
const counted = /^[（(]?共印\s*(\d{1,6})\s*份[）)]?$/;

const imprinted =
  /^(|.*?[^ \t\u3000\n])[ \t\u3000]*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:印[发發]|印[制製]|印)\s*$/;

const contactKeys: Record<string, string> = {
  联系人: '联系人',
  联系电话: '电话',
  地址: '地址',
  邮箱: '邮箱',
};

/** （联系人：…；联系电话：…） as its fields, where these print the same. */
function contactOf(text: string): Value {
  const pairs = text.split('；').map((each) => each.split('：'));
  const fields = pairs.map(([label = '', value = '']) => ({
    key: contactKeys[simplified(label)] ?? '',
    value,
  }));
  const order = Object.values(contactKeys);
  const isExact =
    pairs.every((each) => each.length === 2) &&
    fields.every(
      ({ key }, index) => key !== '' && order.indexOf(key) > order.indexOf(fields[index - 1]?.key ?? ''),
    );
  return isExact ? map(fields) : text;
}

/** What a plan has no key for: more than one note below the signature, lines of a foot, names of attachments that differ. */
export function notesOf(parts: readonly Part[]): string[] {
  const [first] = parts;
  const documents = parts.filter(({ kind }) => kind === 'document');
  const notes = documents.flatMap(({ back }) => back.notes).filter(({ text }) => !/^[（(]联\s*系/.test(text));
  const { cc, handler, copies } = feetOf(parts);
  const copied = simplified(cc?.text.replace(/[：:].*$|\s/gs, '') ?? '');
  const others = documents
    .flatMap(({ back }) => back.others)
    .filter((each) => each !== handler && each !== copies);
  const annexes = parts.filter(({ kind }) => kind === 'attachment');
  const listed = documents.flatMap(({ back }) => back.attachments);
  const names = attachmentNames(listed);
  const [only] = listed;
  const plain = (text: string) => text.replace(/[\s《》（）()]/g, '');
  const all = attached(annexes, names);
  const unlisted = names.length === 0 ? [] : all.flatMap(({ name, part }) => (name ? [] : (part ?? [])));
  const renamed = all.flatMap(({ name, part }) => {
    const title = part && titleOf(part.front);
    return name && title && plain(title) !== plain(name) ? [name] : [];
  });
  return [
    ...[...notes.slice(1), ...others].map(({ text, source }) => `第 ${source} 行：${text}`),
    ...(copied && copied !== '抄送' ? [`第 ${cc?.source} 行：“${copied}”印成“抄送”`] : []),
    ...documents.flatMap(({ back: { date, imprint } }) => [date, imprint].flatMap(undated)),
    ...documents.flatMap(({ back }) =>
      back.attendance.flatMap(({ text, source }) => {
        const [, key, more] = /^(..)(人[员員]?)[：:]/.exec(text) ?? [];
        return key && more ? [`第 ${source} 行：“${key}${more}”印成“${key}”`] : [];
      }),
    ),
    ...annexes
      .filter(isBare)
      .map(({ label, front }) => `${label?.text ?? '附件'}“${titleOf(front)}”没有内容，只印在附件说明里`),
    ...(/^附\s*[：:]/.test(listed[0]?.text ?? '') ? ['“附：”印成“附件：”'] : []),
    ...(all.length === 1 && /^附[^：:]*[：:]\s*1\s*[.．、]/.test(only?.text ?? '')
      ? [`“${only?.text}”只有一个附件，印出来不编号`]
      : []),
    ...unlisted.map(({ label, front }) => `附件说明里没有“${titleOf(front) || label?.text}”，印出来会写上`),
    ...renamed.map((name) => `附件说明里的“${name}”与附件的标题不同，按附件的标题印`),
    ...(first?.kind === 'document' && names.length === 0 && annexes.length > 0
      ? ['原文的正文后面没有写附件的名称，印出来会按公文格式写上']
      : []),
  ];
}

/** A date that is still to come, or that no calendar has, can't be printed as one. */
function undated(line: PrintedLine | undefined): string[] {
  if (line === undefined) return [];
  const day = imprinted.exec(line.text)?.[2] ?? line.text;
  return dateValue(day) === undefined
    ? [`第 ${line.source} 行：“${line.text.trim()}”不是日历上的日期，没有写进计划；定下来以后写上`]
    : [];
}

/** An attachment of which nothing but its name is in the file. */
function isBare({ preamble, headings, back }: Part): boolean {
  return preamble.length + headings.length + back.signers.length === 0;
}
