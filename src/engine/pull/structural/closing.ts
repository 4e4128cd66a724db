import { planNames } from '../../../plan/plan.ts';
import { sectionNames } from '../../../plan/sections.ts';
import type { Entry } from '../../../schema/node.ts';
import { map } from '../../../writing/yaml.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { put } from './place.ts';
import { Removal } from './remove.ts';
import { plainOfValue, type Said, sound, together, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { Standing } from './standing.ts';

/** The ways to print other words in the place of a sentence that the template says at the end, or none. */
export function* waysToClose(standing: Standing, made: MadeParagraph, text: string): Iterable<Way> {
  const isOfTemplate = made.cell === undefined && made.origins.every(({ of }) => of === 'template');
  const way = isOfTemplate ? closed(standing, text) : undefined;
  if (way) yield way;
}

/** The ways to take out a text in which the template has seen its own last sentence, and now says it; or that sentence. */
export function* waysWithSilence(standing: Standing, gone: readonly MadeParagraph[]): Iterable<Way> {
  const [made, ...others] = gone;
  if (!made || others.length > 0) return;
  yield* waysToClose(standing, made, '');
  const way = together(standing, [new Removal(standing, gone).way(), closed(standing, '')]);
  if (way) yield way;
}

/** What the plan says at the end, behind its last part; an empty text says that nothing is wanted. */
export function closed(standing: Standing, text: string): Way | undefined {
  const { source, root } = standing;
  const isNamed = ({ key }: Entry) => planNames.find(key.text) === 'closing';
  const isPart = ({ key }: Entry) =>
    ['preamble', 'body'].includes(planNames.find(key.text) ?? '') ||
    sectionNames.find(key.text) !== undefined;
  const index = root.entries.findLastIndex(isPart);
  const part = root.entries[index];
  if (!part || root.entries.some(isNamed)) return undefined;
  const entry = map([{ key: spelled(standing, '结语'), value: text }]);
  const rewrite = put(source, { map: root, index }, 'after', [entry]);
  const said: Said = { after: new Map([[part, [plainOfValue(entry)]]]) };
  return rewrite && sound(standing, [{ rewrites: [rewrite], said }]);
}
