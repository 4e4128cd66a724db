import { check } from '../configuration/check.ts';
import { mended, mendedAll } from '../engine/mend.ts';
import { read } from '../plan/read.ts';
import type { Edit, Problem } from '../schema/problem.ts';
import { patched, type Rewrite, sewn, whole } from '../text/patchwork.ts';
import { findings } from './findings.ts';
import type { Look } from './look.ts';
import { Positions, type Range } from './positions.ts';

const all = 'source.fixAll.pingan';
export const fixKinds = ['quickfix', all] as const;

/** What can be mended at a place; and, where it is asked for, all that can be mended without asking. */
export function fixes(look: Look, range: Range, only: readonly string[] | undefined): object[] {
  const { source, uri } = look.text;
  const positions = new Positions(source);
  const here = positions.span(range);
  const wanted = (kind: string) => only?.some((each) => kind === each || kind.startsWith(`${each}.`)) ?? true;
  const shown = findings(look);
  const edit = (rewrites: readonly Rewrite[]) => ({ changes: { [uri]: edited(rewrites, positions) } });
  const quick = look.problems.flatMap((problem, index) => {
    if (!wanted('quickfix') || !problem.fix || problem.end < here.start || problem.start > here.end)
      return [];
    const rewrites = mended(source, problem, look.problems);
    if (rewrites.length === 0) return [];
    return {
      title: titleOf(problem, source),
      kind: 'quickfix',
      diagnostics: [shown[index]],
      isPreferred: problem.fix.safe,
      edit: edit(rewrites),
    };
  });
  const rest = only !== undefined && wanted(all) ? sureFixes(look) : [];
  return rest.length === 0
    ? quick
    : [...quick, { title: '改好所有看得准的问题', kind: all, edit: edit(rest) }];
}

/** Tidying up a plan is what `lint --fix` does, and nothing else. */
export function tidied(look: Look): object[] {
  return edited(sureFixes(look), new Positions(look.text.source));
}

function sureFixes({ text: { source, file }, configuration }: Look): readonly Rewrite[] {
  return configuration === undefined
    ? []
    : mendedAll(source, (text) => check(read(text), text, { file, configuration }));
}

/** A text with changes made. */
export function applied(source: string, changes: readonly Rewrite[]): string {
  return sewn(source, patched(whole(source), changes));
}

export function edited(rewrites: readonly Rewrite[], positions: Positions): object[] {
  return rewrites.map(({ start, end, text }) => ({ range: positions.range({ start, end }), newText: text }));
}

/** What will stand where something is wrong, if it can be told in a few words. */
function titleOf({ start, end, message, fix }: Problem, source: string): string {
  const edits = fix?.edits ?? [];
  const isWithin = edits.length > 0 && edits.every((edit) => edit.start >= start && edit.end <= end);
  const words = isWithin ? applied(source, edits).slice(start, end + grown(edits)) : '';
  return /^[^\n]{1,20}$/.test(words) && words.trim() !== '' ? `改成“${words}”` : `自动改：${message}`;
}

/** By how much a text gets longer. */
function grown(edits: readonly Edit[]): number {
  return edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}
