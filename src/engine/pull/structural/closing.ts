import { planNames } from '../../../plan/plan.ts';
import { sectionNames } from '../../../plan/sections.ts';
import type { Entry } from '../../../schema/node.ts';
import { map } from '../../../writing/yaml.ts';
import { endOf } from '../../form/whole.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { put } from './place.ts';
import { plainOfValue, type Said, sound, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { Standing } from './standing.ts';

/** What a template says by itself gives way to what a plan says in its place, even where that is nothing. */
const giving = { preamble: '导语', closing: '结语' } as const;

/** The ways to print other words in the place of a sentence that the template says at the end, or none. */
export function* waysToClose(standing: Standing, made: MadeParagraph, text: string): Iterable<Way> {
  const isOfTemplate = made.cell === undefined && made.origins.every(({ of }) => of === 'template');
  if (isOfTemplate) {
    const way = added(standing, giving.closing, text);
    if (way) yield way;
  }
}

/** The ways to leave out a text at the beginning or the end so that the template says nothing in its place either. */
export function* waysToSaySilence(standing: Standing, gone: readonly MadeParagraph[]): Iterable<Way> {
  const [made, ...others] = gone;
  if (!made || others.length > 0) return;
  yield* waysToClose(standing, made, '');
  const step = standing.of(made)[0]?.trail.steps.at(-1);
  const own = standing.of(made).every(({ trail }) => trail.leaf === step?.node);
  if (step?.of !== 'value' || step.map !== standing.root || !own) return;
  if (!((planNames.find(step.entry.key.text) ?? '') in giving)) return;
  const way = emptied(standing, step.entry);
  if (way) yield way;
}

/** An empty text says that nothing is wanted. */
function emptied(standing: Standing, { key, value }: Entry): Way | undefined {
  const rewrite = { start: key.end, end: endOf(standing.source, value), text: ': ""' };
  return sound(standing, [{ rewrites: [rewrite], said: { instead: new Map([[value, '']]) } }]);
}

/** A key that there isn't yet, behind the last part. */
function added(standing: Standing, name: string, text: string): Way | undefined {
  const { source, root } = standing;
  const isNamed = ({ key }: Entry) => planNames.find(key.text) === planNames.find(name);
  const index = root.entries.findLastIndex(
    ({ key }) => planNames.find(key.text) === 'body' || sectionNames.find(key.text) !== undefined,
  );
  const part = root.entries[index];
  if (!part || root.entries.some(isNamed)) return undefined;
  const entry = map([{ key: spelled(standing, name), value: text }]);
  const rewrite = put(source, { map: root, index }, 'after', [entry]);
  const said: Said = { after: new Map([[part, [plainOfValue(entry)]]]) };
  return rewrite && sound(standing, [{ rewrites: [rewrite], said }]);
}
