import type { Heading } from '../structure/part.ts';
import { closingParties, type Party, partiesIn } from '../text/parties.ts';
import { simplified } from '../text/script.ts';
import { list, type Mapping, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** The engine says in the script of a plan what these are called; other labels are keys as they stand. */
const keys: Record<string, string> = {
  牵头单位: '牵头',
  配合单位: '配合',
  责任单位: '责任',
  完成时限: '时限',
};

/** A text with what closes it as fields: （责任单位：综治办；完成时限：9月底前）, where the very same is printed again. */
export function withParties(text: string): { text: string; fields: Entries; isReparted?: boolean } {
  const found = closingParties(text);
  if (!found) return { text, fields: [] };
  const { before, pairs, isReparted } = found;
  return { text: before, fields: fieldsOf(pairs), isReparted };
}

/** What stands behind a title in a bracket as fields. */
export function titleParties({ parties = '' }: Heading): Entries {
  return fieldsOf(partiesIn(parties.slice(1, -1))?.pairs ?? []);
}

function fieldsOf(pairs: readonly Party[]): Entries {
  return pairs.map(([label, value]) => ({ key: keys[simplified(label)] ?? label, value: units(value) }));
}

/** 甲、乙 are two units; 甲，乙、丙 stays one text. */
export function units(value: string): Value {
  const names = value.split('、');
  return names.length > 1 && names.every((name) => name.length > 0 && !/[，,；]/.test(name))
    ? list(names, true)
    : value;
}
