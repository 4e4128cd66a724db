import { simplified } from '../text/script.ts';
import type { StatedGoal } from './goals.ts';
import { bare } from './titles.ts';

/** A target as a number with the way it points: at least, at most, up by, down by. */
export interface Target {
  way: 'least' | 'most' | 'up' | 'down';
  number: number;
  unit: string;
}

const ways: readonly (readonly [Target['way'], RegExp])[] = [
  ['most', /控制在|不超过|不高于|不多于|低于|以内|以下|≤/],
  ['down', /下降|降低|减少|压减/],
  ['up', /增长|提高(?!到|至)|提升(?!到|至)|增加(?!到|至)|上升/],
  ['least', /达到|达|不低于|不少于|保持在|稳定在|以上|提[高升][到至]|增加[到至]|≥/],
];

/** The target that a value names, where it is a single number whose way is told. */
export function targetOf(value: string): Target | undefined {
  const text = simplified(value).replaceAll(/\d{4}年(?:\d{1,2}月底?前?)?/g, '');
  const numbers = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([%％‰]|个百分点|[\p{Script=Han}]?)/gu)];
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return undefined;
  const way = ways.find(([, words]) => words.test(text))?.[0];
  const unit = (only[2] ?? '').replace('％', '%');
  return way && { way, number: Number(only[1]), unit: unit === '以' ? '' : unit };
}

/** Whether a target asks for less than the one before; undefined where the two can't be compared. */
export function isWeaker(now: Target, before: Target): boolean | undefined {
  if (now.way !== before.way || now.unit !== before.unit) return undefined;
  return now.way === 'most' ? now.number > before.number : now.number < before.number;
}

/** What a goal measures, and how much: as it was written, or taken from a text like 调解成功率达到98%以上. */
export function measured({ goal, face, text }: StatedGoal): { indicator: string; value: string } {
  if (goal?.indicator) return { indicator: bare(goal.indicator.text), value: goal.value?.text ?? '' };
  const indicator = /^.{2,30}?(?=达到|达|不低于|不少于|控制在|不超过|下降|同比|提高|保持在)/su.exec(
    text,
  )?.[0];
  return indicator === undefined
    ? { indicator: bare(face.text), value: text }
    : { indicator: bare(indicator), value: text.slice(indicator.length) };
}
