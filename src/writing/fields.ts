import type { Heading } from '../structure/part.ts';
import { simplified, traditional } from '../text/script.ts';
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

const labels = Object.keys(keys).flatMap((label) => [label, traditional(label)]);
const between = new RegExp(`[；;，,](?=(?:${labels.join('|')})[：:])`);
/** The engine says in the script of a plan what it is called. */
const keyOf = (label: string) => keys[simplified(label)];
/** One of several parties or a deadline, and nothing that is said of them. */
const party = /^[\p{Script=Han}\d（）、—]{1,60}$/u;
const doing = /[牵负]头|配合|负责(?!人)|参与|协助|组织|完成/;
const deadline = /^(?:\d{4}年)?(?:\d{1,2}月|第?[一二三四]季度|上半年|下半年|年|全年|长期|持续)/;

/** A text with what closes it as fields: （责任单位：综治办；完成时限：9月底前）, where the very same is printed again. */
export function withParties(text: string): { text: string; fields: Entries; isReparted?: boolean } {
  const found = /（([^（）]*(?:（[^（）]*）[^（）]*)*)）$/.exec(text);
  const before = found ? text.slice(0, found.index) : '';
  const inside = found?.[1] ?? '';
  if (!/[。！？；…”]$/.test(before)) return { text, fields: [] };
  const exact = inside.includes('（') ? undefined : pairsOf(inside.split('；'), /：/);
  const fields = exact ?? certain(inside);
  if (!fields) return { text, fields: [] };
  const isReparted = inside.split(between).join('；').replaceAll(':', '：') !== inside;
  return { text: before, fields, ...(!exact && isReparted && { isReparted }) };
}

/** What stands behind a title in a bracket as fields, where they say the very same. */
export function titleParties({ parties = '' }: Heading): Entries {
  const { fields, isReparted } = withParties(`。${parties}`);
  return isReparted ? [] : fields;
}

/** What commas part, or half-width signs, as fields where nothing else can be meant; the engine parts them with ；. */
function certain(inside: string): Entries | undefined {
  const pieces = inside.split(between);
  const isSure = pieces.every((piece) => {
    const [label = '', value = '', ...more] = piece.split(/[：:]/);
    const key = keyOf(label);
    if (more.length > 0 || key === undefined) return false;
    return key === '时限'
      ? deadline.test(simplified(value)) && value.length <= 16 && !/[，,]/.test(value)
      : party.test(value) && !doing.test(simplified(value));
  });
  return isSure ? pairsOf(pieces, /[：:]/) : undefined;
}

function pairsOf(pieces: readonly string[], colon: RegExp): Entries | undefined {
  const pairs = pieces.map((each) => each.split(colon));
  const fields = pairs.flatMap(([label = '', value = '', ...more]): Entries => {
    const key = keyOf(label) ?? (own.test(label) && label.length <= 8 ? label : undefined);
    return key === undefined || value.trim() === '' || more.length > 0 || /[。：:\s]/.test(value)
      ? []
      : [{ key, value: units(value) }];
  });
  const names = new Set(fields.map(({ key }) => key));
  return fields.length === pairs.length && names.size === fields.length ? fields : undefined;
}

/** 甲、乙 are two units; 甲，乙、丙 stays one text. */
export function units(value: string): Value {
  const names = value.split('、');
  return names.length > 1 && names.every((name) => name.length > 0 && !/[，,；]/.test(name))
    ? list(names, true)
    : value;
}
