import { han } from '../text/numerals.ts';
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
  const found = /（([^（）]*：[^（）]*)）$/.exec(text);
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
function units(value: string): Value {
  const names = value.split('、');
  return names.length > 1 && names.every((name) => name.length > 0 && !/[，,；]/.test(name))
    ? list(names, true)
    : value;
}

/** A paragraph that ends in 一是…二是… as what stands before them and the points. */
export function withPoints(paragraph: string): { text: string; points: string[] } | undefined {
  const starts: number[] = [];
  for (let value = 1, from = 0; ; value++) {
    const at = pointAt(paragraph, `${han(value)}是`, from);
    if (at < 0) break;
    starts.push(at);
    from = at + 2;
  }
  const text = paragraph.slice(0, starts[0] ?? 0);
  if (starts.length < 2 || !/(?:^|[。：；！？…])$/.test(text)) return undefined;
  const points = starts.map((start, index) => paragraph.slice(start + 2, starts[index + 1]));
  // The engine closes each with 。 where nothing does, and has its own word for the number.
  const isExact = points.every(
    (point) => /[。！？；：…]$/.test(point) && !/^[，。；：、]/.test(point.trim()) && point.trim() === point,
  );
  return isExact
    ? {
        text,
        points: points
          .map((point) => point.replace(/。$/, ''))
          .map((point, index) => point || (points[index] ?? '')),
      }
    : undefined;
}

/** 一是 behind the end of a sentence; 一是否 and 一是的 are other words. */
function pointAt(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1))
    if ((at === 0 || /[。；：，！？、]/.test(text.charAt(at - 1))) && !/^[否的]/.test(text.slice(at + 2)))
      return at;
  return -1;
}

export function pointsValue(points: readonly string[]): Value {
  return list(points.map((point) => point));
}
