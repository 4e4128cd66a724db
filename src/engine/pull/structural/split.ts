import type { Text } from '../../../writing/yaml.ts';
import type { MadeParagraph, Paragraph } from '../paragraph.ts';
import { formAt, placesOf } from './around.ts';
import { formOf } from './groups.ts';
import { held, put } from './place.ts';
import { type Said, sound, together, type Way } from './said.ts';
import type { Print, Standing } from './standing.ts';
import { separatorIn, textChanged } from './texts.ts';

/** A place within a text of the file. */
interface Cut {
  print: Print;
  at: number;
}

/** The ways to part one paragraph into several: as paragraphs of its text, or as an entry for each number. */
export function* waysApart(
  standing: Standing,
  made: MadeParagraph,
  edited: readonly Paragraph[],
): Iterable<Way> {
  const cuts = cutsOf(standing, made, edited);
  const leaf = cuts?.[0]?.print.trail.leaf;
  if (!cuts || !leaf || cuts.some(({ print }) => print.trail.leaf !== leaf)) return;
  const numbered = edited.slice(1).filter(({ number }) => number !== '').length;
  if (numbered === 0) {
    for (const between of new Set([separatorIn(standing, leaf), '\n\n'])) {
      const way = textChanged(
        standing,
        leaf,
        cuts.map(({ at }) => ({ ...blanksAt(leaf.text, at), text: between })),
      );
      if (way) yield way;
    }
    return;
  }
  if (numbered === edited.length - 1) yield* asEntries(standing, made, edited, cuts);
}

function* asEntries(
  standing: Standing,
  made: MadeParagraph,
  edited: readonly Paragraph[],
  cuts: readonly Cut[],
): Iterable<Way> {
  const [first] = cuts;
  if (!first) return;
  const { leaf } = first.print.trail;
  const form = formOf(edited[1] as Paragraph);
  const place = placesOf(standing, made).find((each) => formAt(standing, held(each)) === form);
  const item = place && held(place);
  if (!place || !item) return;
  const pieces = cuts.map(({ at }, index) => leaf.text.slice(at, cuts[index + 1]?.at).trim());
  const values = pieces.map(
    (text): Text => ({
      kind: 'text',
      text,
      typed: true,
      ...(!/^[|>]/.test(standing.source.slice(leaf.start)) && { where: 'behind' }),
    }),
  );
  const kept = leaf.text.slice(0, first.at).trimEnd().length;
  const shortened = textChanged(standing, leaf, [{ from: kept, to: leaf.text.trimEnd().length, text: '' }]);
  const rewrite = put(standing.source, place, 'after', values);
  const said: Said = { after: new Map([[item, values.map(({ text }) => text)]]) };
  const added = rewrite && sound(standing, [{ rewrites: [rewrite], said }]);
  const way = together(standing, [shortened, added]);
  if (way) yield way;
}

/** Where in the file each paragraph but the first begins; undefined where other words are between them. */
function cutsOf(standing: Standing, made: MadeParagraph, edited: readonly Paragraph[]): Cut[] | undefined {
  const cuts: Cut[] = [];
  let at = 0;
  for (const { text } of edited.slice(0, -1)) {
    at = made.text.startsWith(text, at)
      ? at + text.length
      : made.text.length - lengthOf(edited.slice(cuts.length + 1));
    while (made.text[at] === ' ') at++;
    const print = standing.of(made).find(({ printed }) => printed.from <= at && printed.to > at);
    if (!print || at <= 0) return undefined;
    cuts.push({ print, at: print.from + at - print.printed.from });
  }
  return cuts;
}

function lengthOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

/** The blanks and breaks in front of a place go with what parts two paragraphs. */
function blanksAt(text: string, at: number): { from: number; to: number } {
  let from = at;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return { from, to: at };
}
