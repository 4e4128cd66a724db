import { planNames } from '../../../plan/plan.ts';
import { sectionNames } from '../../../plan/sections.ts';
import type { Entry } from '../../../schema/node.ts';
import { inert, map, type Text } from '../../../writing/yaml.ts';
import { placesOf } from './around.ts';
import { extended } from './extend.ts';
import { held, put } from './place.ts';
import { plainOfValue, sound, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { Between, New, Print, Standing } from './standing.ts';
import { regionOf, separatorIn, textChanged } from './texts.ts';

/** The ways to say more paragraphs: behind the words in front of them, or in front of those behind them. */
export function* waysToContinue(standing: Standing, { edited, after, before }: New): Iterable<Way> {
  yield* waysToSay(
    standing,
    edited.map(({ text }) => inert(text)),
    { after, before },
  );
}

/** The same for words as they are typed in a plan. */
export function* waysToSay(
  standing: Standing,
  words: readonly string[],
  { after, before }: Between,
): Iterable<Way> {
  yield* continued(standing, words, after, before);
  yield* waysBeside(standing, words, after, before);
  yield* opening(standing, words, before);
}

/** Words in front of all parts of a plan that has had none there. */
function* opening(standing: Standing, words: readonly string[], before: New['before']): Iterable<Way> {
  const { root } = standing;
  const place = placesOf(standing, before).find((each) => 'map' in each);
  const isPart = ({ key }: Entry) => planNames.find(key.text) === 'body' || sectionNames.find(key.text);
  const first = root.entries.findIndex(isPart);
  const part = root.entries[first];
  if (
    place?.index !== first ||
    !part ||
    root.entries.some(({ key }) => planNames.find(key.text) === 'preamble')
  )
    return;
  const text: Text = { kind: 'text', text: words.join('\n\n'), typed: true };
  const entry = map([{ key: spelled(standing, '导语'), value: text }]);
  const rewrite = put(standing.source, place, 'before', [entry]);
  const said = { before: new Map([[part, [plainOfValue(entry)]]]) };
  const way = rewrite && sound(standing, [{ rewrites: [rewrite], said }]);
  if (way) yield way;
}

/** Words of their own in front of the entries of a part or an item, or behind them and what answers for it. */
export function* waysBeside(
  standing: Standing,
  words: readonly string[],
  after: New['after'],
  before: New['before'],
  without?: Way,
): Iterable<Way> {
  const text: Text = { kind: 'text', text: words.join('\n\n'), typed: true };
  const behind = placesOf(standing, before);
  for (const place of placesOf(standing, after)) {
    const goesOn = behind.some((other) => held(other) === held(place));
    const key = spelled(standing, goesOn ? '内容' : '结语');
    const way = extended(standing, place, { key, value: text }, goesOn ? 'first' : 'last', without);
    if (way) yield way;
    if (goesOn) return;
  }
}

function* continued(
  standing: Standing,
  words: readonly string[],
  after: New['after'],
  before: New['before'],
): Iterable<Way> {
  for (const [made, side] of [
    [after, 'after'],
    [before, 'before'],
  ] as const) {
    if (!made) continue;
    const prints = [...standing.of(made)];
    const print = (side === 'after' ? prints.reverse() : prints).find(isBody);
    const region = print && regionOf(standing, print.trail.leaf, made);
    if (!print || !region) continue;
    const { leaf } = print.trail;
    for (const between of new Set([separatorIn(standing, leaf), '\n\n'])) {
      const text = words.join(between);
      const [at, added] =
        side === 'after' ? [region.to, `${between}${text}`] : [region.from, `${text}${between}`];
      const way = textChanged(standing, leaf, [{ from: at, to: at, text: added }]);
      if (way) yield way;
    }
  }
}

/** A text that can have several paragraphs. */
function isBody({ role }: Print): boolean {
  return role === 'body';
}
