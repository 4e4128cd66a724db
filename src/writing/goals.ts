import { simplified, typedAs } from '../text/script.ts';
import { units } from './fields.ts';
import { list, type Mapping, map, type Value } from './yaml.ts';

const verb =
  '(?:同比|环比|较上年|比上年|年均)?(?:下降|上升|增长|提高|降低|减少|增加|达到?|不低于|不高于|不少于|不超过|控制在|保持在?|稳定在|超过|低于|高于|为)?';
const unit = '(?:[%％‰个起人次户件场处分名亩天家条所吨]|个百分点|万元|亿元|公里|小时)';
/** 刑事案件发案数 同比下降5%以上 （完成时限：2026年12月底；责任单位：派出所）: no other number, and nothing behind it. */
const goal = new RegExp(
  `^([一-龥“”A-Za-z（）]{2,24}?)(${verb}\\d[\\d.,]{0,9}${unit}(?:以上|以下|以内|左右)?)(?:（([^（）]*)）)?$`,
  'd',
);
const keys: Record<string, string> = { 完成时限: '期限', 责任单位: '责任' };

/** A sentence that says of one thing how much of it is to be reached. */
export function goalOf(text: string): Mapping | undefined {
  if (!text.endsWith('。')) return undefined;
  const [, indicator = '', value = '', remark] = typedAs(goal, text.slice(0, -1)) ?? [];
  const fields = remark === undefined ? [] : remark.split('；').map((each) => each.split('：'));
  const named = fields.map(([label = '', words = '', ...more]) => ({
    key: more.length > 0 || words === '' ? undefined : keys[simplified(label)],
    value: words,
  }));
  // The engine says when in front of who.
  const isInOrder = ['期限', '责任', '期限 责任'].includes(named.map(({ key }) => key).join(' '));
  if (indicator === '' || (named.length > 0 && !isInOrder)) return undefined;
  return map([
    { key: '指标', value: indicator },
    { key: '值', value },
    ...named.map(({ key = '', value: words }) => ({ key, value: key === '责任' ? units(words) : words })),
  ]);
}

/** A paragraph of nothing but such sentences. */
export function goalsOf(text: string): Value | undefined {
  const sentences = text.split(/(?<=。)/);
  const goals = sentences.map(goalOf);
  return goals.length > 1 && goals.every((each) => each !== undefined) ? list(goals) : undefined;
}
