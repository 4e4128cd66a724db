import type { PrintedLine } from '../reading/printed.ts';
import type { Content, Part } from '../structure/part.ts';
import { chunkFields, chunksOf } from './content.ts';
import { type Items, merged, numberingEntry } from './items.ts';
import { attachmentNames } from './names.ts';
import { type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** 附件: those that are in the file with what they contain, the others by name. */
export function attachmentsEntry(
  parts: readonly Part[],
  listed: readonly PrintedLine[],
  items: Items,
): Entries {
  const names = attachmentNames(listed);
  const count = Math.max(parts.length, names.length);
  if (count === 0) return [];
  const entries = Array.from({ length: count }, (_, index): { value: Value } => {
    const part = parts[index];
    const name = names[index] ?? '';
    return { value: part ? attachment(part, { name, count, index }, items) : name };
  });
  return [{ key: '附件', value: { kind: 'list', items: entries } }];
}

function attachment(
  { label, front, preamble, headings, back }: Part,
  { name, count, index }: { name: string; count: number; index: number },
  items: Items,
): Value {
  const typed = (label?.text ?? '').replace(/[\s：:.．]/g, '');
  const [, number, title] =
    /^(附[件表录錄图圖](?:[\d一二三四五六七八九十]+(?:[-—－]\d+)*)?)(.*)/.exec(typed) ?? [];
  const printed = front.title.map(({ text }) => text).join('') || (title ?? '') || name || number || '附件';
  const usual = count > 1 ? `附件${index + 1}` : '附件';
  const isOther = number !== undefined && number !== usual;
  const others = [front.docNumber, front.subtitle, front.addressee].filter((each) => each !== undefined);
  const foot = [
    ...back.attachments,
    ...back.attendance,
    ...back.signers,
    back.date,
    ...back.notes,
    back.cc,
    back.imprint,
    ...back.others,
  ].filter((each) => each !== undefined);
  const { entries, numbering } = items.below(headings);
  const hasBelow = entries.items.length > 0;
  const content: Content[] = [...others, ...preamble, ...items.literal(headings)];
  const chunk = merged(chunksOf([...content, ...(hasBelow ? [] : foot)]), hasBelow);
  const fields: Entries = [
    ...(hasBelow ? numberingEntry(numbering(0)) : []),
    ...chunkFields(chunk, false),
    ...(hasBelow ? [{ key: '条目', value: entries }] : []),
    ...(hasBelow && foot.length > 0
      ? [{ key: '结语', value: foot.map(({ text }) => text).join('\n\n') }]
      : []),
  ];
  if (fields.length === 0 && !isOther) return printed;
  if (isOther) return map([{ key: '标签', value: number }, { key: '标题', value: printed }, ...fields]);
  return items.entry(printed, fields);
}
