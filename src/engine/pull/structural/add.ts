import { sectionNames } from '../../../plan/sections.ts';
import type { Node } from '../../../schema/node.ts';
import { largest } from '../../../text/long-lists.ts';
import { list, map, type Value } from '../../../writing/yaml.ts';
import { formAt, isSameHolder, nearest, placesOf } from './around.ts';
import { extended } from './extend.ts';
import { type Group, groupsOf } from './groups.ts';
import { Likeness } from './like.ts';
import { waysToContinue } from './paragraphs.ts';
import { held, type Place, put } from './place.ts';
import { waysToAddRow } from './rows.ts';
import { plainOfValue, type Said, sound, together, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { New, Standing } from './standing.ts';

/** How many ways are worth a trial. */
const most = 6;

/** The ways to say new paragraphs in a plan: as more of a text, as entries, as parts, or as a row of a table. */
export function* waysWith(standing: Standing, added: New): Iterable<Way> {
  if (added.edited.some(({ cell }) => cell)) {
    yield* waysToAddRow(standing, added);
    return;
  }
  let count = 0;
  const above = [...placesOf(standing, added.after), ...placesOf(standing, added.before)].map((place) =>
    formAt(standing, held(place)),
  );
  const { lead, entries } = groupsOf(added.edited, above);
  const leads = lead.length > 0 ? [...waysToContinue(standing, { ...added, edited: lead })] : [undefined];
  const groups = entries.length > 0 ? [...new Entries(standing, added).ways(entries)] : [undefined];
  for (const group of groups)
    for (const first of leads) {
      const way = together(
        standing,
        [first, group].filter((each) => each !== undefined),
      );
      if (way && count++ < most) yield way;
    }
}

const isNothing = (value: Value) => typeof value === 'object' && value.kind === 'text' && value.text === '';

class Entries {
  readonly #standing: Standing;
  readonly #after: Place[];
  readonly #before: Place[];
  readonly #likeness: Likeness;

  constructor(standing: Standing, { after, before }: New) {
    this.#standing = standing;
    this.#after = placesOf(standing, after);
    this.#before = placesOf(standing, before);
    this.#likeness = new Likeness(standing);
  }

  /** Entries of one level, and those of a level above behind them, each at its place. */
  *ways(groups: readonly Group[]): Iterable<Way> {
    const [first] = groups;
    const end = groups.findIndex(({ form }) => form !== first?.form);
    const [own, rest] = end < 0 ? [groups, []] : [groups.slice(0, end), groups.slice(end)];
    for (const way of this.#ofOneLevel(own)) {
      if (rest.length === 0) yield way;
      else
        for (const behind of this.ways(rest)) {
          const both = together(this.#standing, [way, behind]);
          if (both) yield both;
        }
    }
  }

  *#ofOneLevel(groups: readonly Group[]): Iterable<Way> {
    const form = groups[0]?.form ?? '';
    const isOfForm = (place: Place) => formAt(this.#standing, held(place)) === form;
    for (const [places, side] of [
      [this.#after, 'after'],
      [this.#before, 'before'],
    ] as const) {
      const place = places.find(isOfForm);
      if (!place) continue;
      const isIn = (other: Place) => isSameHolder(place, other);
      // What stands in front of the next one of the same holder is put there by its own side.
      if (side === 'before' && this.#after.some((other) => isOfForm(other) && isIn(other))) continue;
      yield* 'list' in place ? this.#items(groups, place, side) : this.#parts(groups, place, side);
    }
    yield* this.#firstBelow(groups);
  }

  /** Items in the form of their neighbours. */
  *#items(
    groups: readonly Group[],
    place: Place & { list: unknown },
    side: 'after' | 'before',
  ): Iterable<Way> {
    const siblings = nearest(place).filter((each): each is Node => 'kind' in each);
    const choices = groups.map((group) => [...this.#likeness.entries(group, siblings)]);
    const longest = largest(choices.map((each) => each.length));
    for (let index = 0; index < longest; index++) {
      const values = choices.map((each) => each[Math.min(index, each.length - 1)] as Value);
      const way = this.#put(place, side, values);
      if (way) yield way;
    }
  }

  #put(place: Place, side: 'after' | 'before', values: readonly Value[]): Way | undefined {
    const each = held(place);
    const rewrite = put(this.#standing.source, place, side, values);
    if (!each || !rewrite) return undefined;
    const said: Said = { [side]: new Map([[each, values.map(plainOfValue)]]) };
    return sound(this.#standing, [{ rewrites: [rewrite], said }]);
  }

  /** Parts with a key of their own, or under 正文, which has any titles. */
  *#parts(
    groups: readonly Group[],
    place: Place & { map: unknown },
    side: 'after' | 'before',
  ): Iterable<Way> {
    const { root } = this.#standing;
    const sibling = held(place);
    const model = sibling && !('kind' in sibling) ? sibling.value : undefined;
    const contents = groups.map((group) => ({
      key: group.head.text,
      value: this.#likeness.content(group, model),
    }));
    const has = (title: string) => root.entries.some(({ key }) => key.text === title);
    const isKey = ({ key }: { key: string }) => {
      const name = sectionNames.find(key);
      const taken = root.entries.some(({ key: typed }) => sectionNames.find(typed.text) === name);
      return name !== undefined && !has(key) && !taken;
    };
    if (contents.every(isKey)) {
      const way = this.#put(
        place,
        side,
        contents.map((each) => map([each])),
      );
      if (way) yield way;
    }
    const titled = list(contents.map((each) => (isNothing(each.value) ? each.key : map([each]))));
    const way = this.#put(place, side, [map([{ key: spelled(this.#standing, '正文'), value: titled }])]);
    if (way) yield way;
  }

  /** The first entries below a text or a title. */
  *#firstBelow(groups: readonly Group[]): Iterable<Way> {
    const values = groups.map((group) => [...this.#likeness.entries(group, [])][0] as Value);
    const key = spelled(this.#standing, '条目');
    for (const place of this.#after) {
      const way = extended(this.#standing, place, { key, value: list(values) }, 'last');
      if (way) yield way;
    }
  }
}
