import { append } from '../../text/long-lists.ts';
import { alike } from './alike.ts';
import { leastWhole, type Step, steps } from './gap.ts';
import { longestRise } from './in-order.ts';

/** Something that stands in an order: a paragraph, a table, a row. */
export interface Item {
  /** Its words without blanks and numbers. */
  key: string;
  marks: readonly string[];
  isTable?: boolean;
}

export type By = 'mark' | 'text' | 'cell' | 'gap' | 'alike';

/** A step and by what it was found; one that is out of order was moved. */
export interface Found extends Step {
  by: By;
  moved?: true;
}

/** Shorter texts that stand elsewhere are others. */
const leastMoved = 6;
/** How alike a paragraph is that was moved and changed. */
const leastAlike = 0.6;
/** Marks are believed where the words don't speak against them. */
const leastMarked = 0.2;

/** What became of the items of one side on the other, in the order of the edited ones; those that are gone come with what stood in front of them. */
export function sequence(made: readonly Item[], edited: readonly Item[], areRows = false): Found[] {
  const anchors = anchorsOf(made, edited).sort((a, b) => first(a.made) - first(b.made));
  const inOrder = longestRise(anchors.map((anchor) => first(anchor.edited)));
  const fixed = anchors.filter((_, index) => inOrder.has(index));
  const moved = anchors.filter(
    ({ made: [only = -1] }, index) => !inOrder.has(index) && (made[only]?.key.length ?? 0) >= leastMoved,
  );
  const takenMade = new Set([...fixed, ...moved].flatMap((each) => each.made));
  const takenEdited = new Set([...fixed, ...moved].flatMap((each) => each.edited));
  const found: Found[] = moved.map((each) => ({ ...each, moved: true }));
  let [m, e] = [0, 0];
  for (const anchor of [...fixed, { made: [made.length], edited: [edited.length], by: 'text' as const }]) {
    const [ms, es] = [free(m, first(anchor.made), takenMade), free(e, first(anchor.edited), takenEdited)];
    const between = steps(
      ms.map((index) => made[index]?.key ?? ''),
      es.map((index) => edited[index]?.key ?? ''),
      !areRows,
    );
    for (const step of between) {
      const own = { made: step.made.map((at) => ms[at] ?? 0), edited: step.edited.map((at) => es[at] ?? 0) };
      append(found, parted(own, made, edited, ms.length === 1 && es.length === 1));
    }
    if (first(anchor.made) < made.length) found.push(anchor);
    m = last(anchor.made) + 1;
    e = last(anchor.edited) + 1;
  }
  return rejoined(found, made, edited);
}

const first = (indexes: readonly number[]) => indexes[0] ?? 0;
const last = (indexes: readonly number[]) => indexes.at(-1) ?? 0;

function free(from: number, to: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(
    (each) => !taken.has(each),
  );
}

/** A table is no version of a paragraph. */
function parted(step: Step, made: readonly Item[], edited: readonly Item[], isLone: boolean): Found[] {
  const kinds = new Set([
    ...step.made.map((at) => made[at]?.isTable),
    ...step.edited.map((at) => edited[at]?.isTable),
  ]);
  const isOne = step.made.length === 0 || step.edited.length === 0;
  if (isOne || kinds.size === 1) {
    const by = isLone ? 'gap' : 'alike';
    return [{ ...step, by }];
  }
  return [
    { made: step.made, edited: [], by: 'gap' },
    { made: [], edited: step.edited, by: 'gap' },
  ];
}

/** What is found again without doubt: by its marks, or by words that stand once on either side. */
function anchorsOf(made: readonly Item[], edited: readonly Item[]): Found[] {
  const anchors = marked(made, edited);
  const takenMade = new Set(anchors.flatMap((each) => each.made));
  const takenEdited = new Set(anchors.flatMap((each) => each.edited));
  const mine = once(made, takenMade);
  for (const [key, at] of once(edited, takenEdited)) {
    const own = mine.get(key);
    if (own !== undefined && at !== undefined) anchors.push({ made: [own], edited: [at], by: 'text' });
  }
  return anchors;
}

/** The places of keys that stand at one place only. */
function once(items: readonly Item[], taken: ReadonlySet<number>): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  items.forEach(({ key }, index) => {
    if (key !== '' && !taken.has(index)) places.set(key, places.has(key) ? undefined : index);
  });
  return places;
}

/** By hidden bookmarks: one on several paragraphs was split with it, several on one were merged in it. */
function marked(made: readonly Item[], edited: readonly Item[]): Found[] {
  const own = new Map(made.flatMap(({ marks }, index) => marks.map((mark) => [mark, index] as const)));
  const there = new Set(edited.flatMap(({ marks }) => marks));
  const links = edited.flatMap(({ marks }, at) =>
    marks.flatMap((mark) => {
      const index = own.get(copied(mark, there));
      return index === undefined ? [] : [{ made: index, edited: at }];
    }),
  );
  const found: Found[] = [];
  const done = new Set<number>();
  for (const link of links) {
    const ms = unique(links.filter((each) => each.edited === link.edited).map((each) => each.made));
    const own = unique(links.filter((each) => each.made === link.made).map((each) => each.edited));
    const es = ms.length === 1 ? withOtherHalf(made[link.made], own, edited) : own;
    if (done.has(link.edited) || ms.some((each) => each < 0)) continue;
    const text = (items: readonly Item[], all: readonly number[]) => all.map((at) => items[at]?.key).join('');
    const isWhole = (ms.length === 1 || es.length === 1) && inRow(ms) && inRow(es);
    const same = alike(text(made, ms), text(edited, es));
    if (isWhole && same >= (ms.length + es.length > 2 ? leastAlike : leastMarked)) {
      found.push({ made: ms, edited: es, by: 'mark' });
      for (const each of es) done.add(each);
    }
  }
  return distinct(found);
}

/** What LibreOffice calls the mark of a copied paragraph; where only the copy is left, it is what it was copied of. */
function copied(mark: string, there: Set<string>): string {
  const first = mark.replace(/_Copy_\d+$/, '');
  if (first === mark || there.has(first)) return mark;
  there.add(first);
  return first;
}

/** A program may leave the mark on one half of a paragraph that was split. */
function withOtherHalf(
  made: Item | undefined,
  own: readonly number[],
  edited: readonly Item[],
): readonly number[] {
  const [only = -1] = own;
  const key = made?.key ?? '';
  if (own.length > 1 || edited[only]?.key === key) return own;
  const like = (all: readonly number[]) => alike(key, all.map((at) => edited[at]?.key).join(''));
  const others = [
    [only, only + 1],
    [only - 1, only],
  ].filter((all) =>
    all.every((at) => at === only || (edited[at] && edited[at].marks.length === 0 && !edited[at].isTable)),
  );
  return others.find((all) => like(all) >= leastWhole && like(all) > like(own)) ?? own;
}

const unique = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
const inRow = (numbers: readonly number[]) =>
  numbers.every((each, at) => at === 0 || each === (numbers[at - 1] ?? 0) + 1);

/** No item in two steps. */
function distinct(found: readonly Found[]): Found[] {
  const [ms, es] = [new Set<number>(), new Set<number>()];
  return found.filter(({ made, edited }) => {
    if (made.some((at) => ms.has(at)) || edited.some((at) => es.has(at))) return false;
    for (const at of made) ms.add(at);
    for (const at of edited) es.add(at);
    return true;
  });
}

/** What is gone at one place and new at another, much alike, was moved and changed. */
function rejoined(found: readonly Found[], made: readonly Item[], edited: readonly Item[]): Found[] {
  const gone = found.filter((each) => each.edited.length === 0);
  const taken = new Set<Found>();
  const moved: Found[] = [];
  for (const each of found) {
    const key = edited[first(each.edited)]?.key ?? '';
    if (each.made.length > 0 || key.length < leastMoved) continue;
    const isLike = (other: Found) => {
      const own = made[first(other.made)];
      return (
        !taken.has(other) &&
        own?.isTable === edited[first(each.edited)]?.isTable &&
        alike(own?.key ?? '', key) >= leastAlike
      );
    };
    const from = gone.find(isLike);
    if (!from) continue;
    taken.add(from).add(each);
    moved.push({ made: from.made, edited: each.edited, by: 'alike', moved: true });
  }
  return [...found.filter((each) => !taken.has(each)), ...moved];
}
