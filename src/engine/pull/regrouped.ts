import { gather } from '../../text/groups.ts';
import type { Pair } from './pair.ts';
import { full, ink, type MadeParagraph, type Paragraph } from './paragraph.ts';
import { numberedAs, withoutNumber } from './paragraphs.ts';

/**
 * Pairs in the order of the edited document, as somebody would tell them: what is gone here and new there was moved,
 * however short it is; neighbours that are gone together, and rows that are new together, are one change.
 */
export function regrouped(pairs: readonly Pair[], made: readonly MadeParagraph[]): Pair[] {
  const all = pairs.flatMap(single);
  const back = movedBack(all);
  const told = all.flatMap((pair): Pair[] => {
    if (pair.kind === 'gone' && back.gone.has(pair.made[0] as MadeParagraph)) return [];
    const [only] = pair.kind === 'new' ? pair.edited : [];
    const from = only && back.moved.get(only);
    return [from && only ? { kind: 'moved', made: from, edited: numberedAs(only, from) } : pair];
  });
  return joined(placed(told), made);
}

/** Paragraphs by themselves; the cells of a row stay together. Of two that are one of them, the other is gone. */
function single(pair: Pair): Pair[] {
  if (pair.kind === 'merged') {
    const left = pair.made.findIndex((each) => ink(each.text) === ink(pair.edited.text));
    if (left < 0) return [pair];
    return pair.made.flatMap((made, at): Pair[] =>
      at === left
        ? [{ kind: 'same', made, edited: numberedAs(pair.edited, made) }]
        : [{ kind: 'gone', made: [made] }],
    );
  }
  if (pair.kind === 'gone' && !pair.made[0]?.cell)
    return pair.made.map((made) => ({ kind: 'gone', made: [made] }));
  if (pair.kind === 'new' && !pair.edited[0]?.cell)
    return pair.edited.map((edited) => ({ ...pair, edited: [edited] }));
  return [pair];
}

/** What is gone once and new once. */
function movedBack(all: readonly Pair[]) {
  const key = (each: Paragraph) => ink(withoutNumber(full(each)));
  const gone = new Map<string, MadeParagraph[]>();
  const come = new Map<string, Paragraph[]>();
  for (const pair of all) {
    if (pair.kind === 'gone') for (const each of pair.made) if (!each.cell) gather(gone, key(each), each);
    if (pair.kind === 'new') for (const each of pair.edited) if (!each.cell) gather(come, key(each), each);
  }
  const moved = new Map<Paragraph, MadeParagraph>();
  for (const [text, [from, another]] of gone) {
    const [to, other] = come.get(text) ?? [];
    if (from && to && !another && !other) moved.set(to, from);
  }
  return { moved, gone: new Set(moved.values()) };
}

/** Each that is new or moved, with what stands around it now. */
function placed(pairs: readonly Pair[]): Pair[] {
  const ends = pairs.map((pair) => {
    const own = pair.kind === 'new' || pair.kind === 'gone' ? [] : [pair.made].flat();
    return { first: own[0], last: own.at(-1) };
  });
  return pairs.map((pair, at) => {
    if (pair.kind !== 'new' && pair.kind !== 'moved') return pair;
    const after = ends.slice(0, at).findLast(({ last }) => last)?.last;
    const before = ends.slice(at + 1).find(({ first }) => first)?.first;
    return { ...pair, after, before };
  });
}

function joined(pairs: readonly Pair[], made: readonly MadeParagraph[]): Pair[] {
  const place = new Map(made.map((each, at) => [each, at]));
  const gone = pairs
    .filter((pair) => pair.kind === 'gone')
    .sort(
      (a, b) => (place.get(a.made[0] as MadeParagraph) ?? 0) - (place.get(b.made[0] as MadeParagraph) ?? 0),
    );
  const others = pairs.filter((pair) => pair.kind !== 'gone');
  const all: Pair[] = [];
  for (const pair of [...others, ...gone]) {
    const last = all.at(-1);
    if (pair.kind === 'new' && last?.kind === 'new' && isBeside(last.edited, pair.edited))
      all[all.length - 1] = { ...last, edited: [...last.edited, ...pair.edited], before: pair.before };
    else if (pair.kind === 'gone' && last?.kind === 'gone' && isBehind(last.made, pair.made, place))
      all[all.length - 1] = { kind: 'gone', made: [...last.made, ...pair.made] };
    else all.push(pair);
  }
  return all;
}

/** Texts, or rows of one table. */
function isBeside([one]: readonly Paragraph[], [other]: readonly Paragraph[]): boolean {
  return one?.cell?.table === other?.cell?.table;
}

function isBehind(
  before: readonly MadeParagraph[],
  made: readonly MadeParagraph[],
  place: ReadonlyMap<MadeParagraph, number>,
): boolean {
  const [last, first] = [before.at(-1), made[0]];
  if (!last || !first || last.cell || first.cell) return false;
  return (place.get(last) ?? 0) + 1 === place.get(first);
}
