import { again, batch, grouped, merge } from './batches.ts';
import type { Chance } from './chance.ts';
import { importing, ledger, pulling, tabled } from './coming-back.ts';
import { conversation, visit, watch } from './lasting.ts';
import { mutated, mutatedBytes } from './mutation.ts';
import { beginning, looking, other } from './other.ts';
import { bytes, type Files, plans, short } from './samples.ts';
import { fix, gen, lint, withConfiguration, withPackage, withTemplate } from './writing.ts';

/** Files of a folder and what is typed there. */
export interface Scenario {
  files: Files;
  args: string[];
  /** What is typed after that. */
  next?: string[][];
  input?: string;
  /** What somebody saves, thing after thing, while it runs, and what is asked of it, where it only ends when it is told to. */
  later?: Files[];
  requests?: string[];
}

/** What is tried, as `--only` calls it; some of it twice as often. */
const kinds: readonly [string, (made: Scenario, chance: Chance) => void | Promise<void>][] = [
  ['gen', gen],
  ['gen', gen],
  ['lint', lint],
  ['fix', fix],
  ['batch', batch],
  ['batch', batch],
  ['lists', grouped],
  ['again', again],
  ['merge', merge],
  ['package', withPackage],
  ['template', withTemplate],
  ['configuration', withConfiguration],
  ['import', importing],
  ['pull', pulling],
  ['table', tabled],
  ['tasks', ledger],
  ['lsp', conversation],
  ['open', visit],
  ['watch', watch],
  ['init', beginning],
  ['folder', looking],
  ['other', other],
];

/** Something that somebody may type in a folder of files of which one or two aren't what they should be. */
export async function scenario(chance: Chance, only?: string): Promise<Scenario> {
  const sound = chance.is(0.5) ? short : chance.one(plans);
  const plan = chance.is(0.7) ? mutated(sound, chance) : sound;
  const made: Scenario = {
    files: { '计划.yaml': chance.is(0.1) ? bytes(mutatedBytes(Buffer.from(plan), chance)) : plan },
    args: [],
  };
  await chance.one(kinds.filter(([name]) => only === undefined || name === only))[1](made, chance);
  if (chance.is(0.1))
    made.args.splice(
      chance.below(made.args.length + 1),
      chance.below(2),
      mutated(chance.one(made.args), chance).replaceAll('\0', ''),
    );
  return made;
}
