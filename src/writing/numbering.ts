import type { Forms } from './forms.ts';
import { list, type Mapping, map } from './yaml.ts';

const standard = ['一、', '（一）', '1.', '（1）', '①'];

/** 编号, as far as it isn't the usual. */
export function numberingEntries(
  { levels, continuous, runIn, apart }: Forms,
  { native }: { native: boolean },
): Mapping['entries'] {
  const isUsual = levels.every((form, index) => form === standard[index]);
  const entries = [
    ...(isUsual ? [] : [{ key: '层次', value: list(levels, true) }]),
    ...(native ? [{ key: '方式', value: '自动' }] : []),
    ...(continuous.length > 0 ? [{ key: '连续', value: list(continuous.map(String), true) }] : []),
    ...(runIn.length > 0 ? [{ key: '段首', value: list(runIn.map(String), true) }] : []),
    ...(apart ? [{ key: '分述', value: '分段' }] : []),
  ];
  return entries.length > 0 ? [{ key: '编号', value: map(entries) }] : [];
}
