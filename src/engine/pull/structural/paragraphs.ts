import { inert, type Text } from '../../../writing/yaml.ts';
import type { New } from './add.ts';
import { placesOf } from './around.ts';
import { extended } from './extend.ts';
import { held } from './place.ts';
import type { Way } from './said.ts';
import type { Print, Standing } from './standing.ts';
import { regionOf, separatorIn, textChanged } from './texts.ts';

/** The ways to say more paragraphs: behind the words in front of them, or in front of those behind them. */
export function* waysToContinue(standing: Standing, { edited, after, before }: New): Iterable<Way> {
  const words = edited.map(({ text }) => inert(text));
  yield* continued(standing, words, after, before);
  yield* beside(standing, words, after, before);
}

/** Words of their own in front of the entries of a part or an item, or behind them and what answers for it. */
function* beside(
  standing: Standing,
  words: readonly string[],
  after: New['after'],
  before: New['before'],
): Iterable<Way> {
  const text: Text = { kind: 'text', text: words.join('\n\n'), typed: true };
  const isTraditional = standing.root.entries.some(({ key }) => key.text === '標題');
  const behind = placesOf(standing, before);
  for (const place of placesOf(standing, after)) {
    const goesOn = behind.some((other) => held(other) === held(place));
    const key = goesOn ? (isTraditional ? '內容' : '内容') : isTraditional ? '結語' : '结语';
    const way = extended(standing, place, { key, value: text }, goesOn ? 'first' : 'last');
    if (way) yield way;
    if (goesOn) return;
  }
}

export function* continued(
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
