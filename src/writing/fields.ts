import { list, type Mapping, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

const keys: Record<string, string> = {
  牵头单位: '牵头',
  配合单位: '配合',
  责任单位: '责任',
  完成时限: '时限',
};
/** What an office may call those who answer for something, so that it can be a key of an item. */
const own = /(?:单位|处室|科室|股室|部门|站所|责任人|负责人|领导)$/;

/** A text with what closes it as fields: （责任单位：综治办；完成时限：9月底前）, where the very same is printed again. */
export function withParties(text: string): { text: string; fields: Entries } {
  const found = /（([^（）]*)）$/.exec(text);
  const before = found ? text.slice(0, found.index) : '';
  if (!found || !/[。！？；…”]$/.test(before)) return { text, fields: [] };
  const pairs = (found[1] ?? '').split('；').map((each) => each.split('：'));
  const fields = pairs.flatMap(([label = '', value = '', ...more]): Entries => {
    const key = keys[label] ?? (own.test(label) && label.length <= 8 ? label : undefined);
    return key === undefined || value.trim() === '' || more.length > 0 || /[。\s]/.test(value)
      ? []
      : [{ key, value: units(value) }];
  });
  const names = new Set(fields.map(({ key }) => key));
  return fields.length === pairs.length && names.size === fields.length
    ? { text: before, fields }
    : { text, fields: [] };
}

/** 甲、乙 are two units; 甲，乙、丙 stays one text. */
export function units(value: string): Value {
  const names = value.split('、');
  return names.length > 1 && names.every((name) => name.length > 0 && !/[，,；]/.test(name))
    ? list(names, true)
    : value;
}
