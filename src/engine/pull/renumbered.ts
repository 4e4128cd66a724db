import type { Patchwork } from '../../text/patchwork.ts';
import { keyOf } from './along.ts';
import { atFirst } from './at-first.ts';
import type { Change } from './change.ts';
import type { Pair } from './pair.ts';
import { full, ink } from './paragraph.ts';
import { startOf } from './start-of.ts';

/** The numbers of paragraphs, by where they stand in the edited document. */
export function numbersOf(pairs: readonly Pair[]): [string, string][] {
  return pairs.flatMap((pair) =>
    pair.kind === 'same' || pair.kind === 'changed' || pair.kind === 'moved'
      ? [[keyOf(pair.edited), ink(pair.made.number)]]
      : [],
  );
}

/** Numbers that somebody typed anew, and that aren't those of their places in the plan as it is now. */
export function renumbered(
  pairs: readonly Pair[],
  known: ReadonlyMap<string, string>,
  changes: readonly Change[],
  pieces: Patchwork,
): Change[] {
  // What isn't in the plan is counted in the document.
  if (
    changes.some(
      ({ taken, kind }) => !taken && kind !== 'words' && kind !== 'variable' && kind !== 'template',
    )
  )
    return [];
  const all = pairs.flatMap((pair) => ('made' in pair ? [pair.made].flat() : []));
  return pairs.flatMap((pair): Change[] => {
    if (pair.kind !== 'same' && pair.kind !== 'changed') return [];
    const { made, edited } = pair;
    const typed = ink(edited.number);
    const before = known.get(keyOf(edited));
    if (before === undefined || typed === before || typed === ink(made.number)) return [];
    const start = startOf(pair, all);
    return [
      {
        kind: 'number',
        start: atFirst(pieces, [{ start, end: start, text: '' }])?.[0]?.start ?? 0,
        before: full(made),
        after: full(edited),
        taken: false,
        why: '序号是生成文件时编的，计划里没有。要换样子的，在“编号”里写；要从别的数起，先看是不是少了或多了一条。',
      },
    ];
  });
}
