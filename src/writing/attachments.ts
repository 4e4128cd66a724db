import { onlyLabel } from '../plan/attachment.ts';
import type { PrintedLine } from '../reading/printed.ts';
import type { Part } from '../structure/part.ts';
import type { Items } from './items.ts';
import { attachmentNames } from './names.ts';
import { type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** 附件: those that are in the file with what they contain, the others by name. */
export function attachmentsEntry(
  parts: readonly Part[],
  listed: readonly PrintedLine[],
  items: Items,
): Entries {
  const all = attached(parts, attachmentNames(listed));
  const count = all.length;
  if (count === 0) return [];
  const entries = all.map(({ name = '', part }, index): { value: Value } => ({
    value: part ? attachment(part, { name, count, index }, items) : name,
  }));
  return [{ key: '附件', value: { kind: 'list', items: entries } }];
}

/** An attachment: its name in the list below the text, and what it contains, as far as they are in the file. */
interface Attached {
  name?: string;
  part?: Part;
}

/** The names of a list, each with the part that bears its number or, where parts have none, its place; then the other parts. */
export function attached(parts: readonly Part[], names: readonly string[]): Attached[] {
  const numbers = parts.map(({ label }) => Number(/^附\s*件\s*(\d{1,2})/.exec(label?.text ?? '')?.[1]));
  const areNumbered =
    new Set(numbers).size === parts.length && numbers.every((each) => each >= 1 && each <= names.length);
  if (!areNumbered)
    return Array.from({ length: Math.max(parts.length, names.length) }, (_, index) => ({
      ...(names[index] !== undefined && { name: names[index] }),
      ...(parts[index] && { part: parts[index] }),
    }));
  return names.map((name, index) => {
    const part = parts[numbers.indexOf(index + 1)];
    return part ? { name, part } : { name };
  });
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
  const fields = items.whole([...others, ...preamble], headings, foot);
  if (fields.length === 0 && !isOther) return printed;
  if (isOther) return map([{ key: '标签', value: number }, { key: '标题', value: printed }, ...fields]);
  // By itself it would be the label of what stands behind the colon.
  if (onlyLabel.test(printed)) return map([{ key: '标题', value: printed }, ...fields]);
  return items.entry(printed, fields);
}
