import type { Configuration } from '../configuration/configuration.ts';
import { around } from '../draft/prepared.ts';
import { type Draft, drafted } from '../engine/drafted.ts';
import { withRemedies } from '../engine/mend.ts';
import type { World } from '../engine/world.ts';
import { FaultyFile, UserError } from '../errors.ts';
import type { Problem } from '../schema/problem.ts';
import type { Text } from './texts.ts';

/** What is found in a text. */
export interface Look {
  text: Text;
  problems: readonly Problem[];
  /** Missing where the text can't be read. */
  draft?: Draft;
  /** By which it was checked; missing where that can't be read. */
  configuration?: Configuration;
}

/** Looks at a text with what lies around its file. */
export async function look(text: Text, cwd: string): Promise<Look> {
  if (text.refused !== undefined) return { text, problems: [told(new UserError(text.refused))] };
  if (!text.concerns) return { text, problems: [] };
  const { source, file } = text;
  try {
    const world = around({ file, template: undefined, cwd: folderOf(file, cwd) });
    const configuration = await world.configuration();
    if (configuration.ignored(file)) return { text, problems: [] };
    const { draft, problems } = await tried(text, { ...world, configuration: async () => configuration });
    const all = [...new Set([...problems, ...(draft?.found ?? [])])].map(softened);
    const found = withRemedies(source, all);
    return { text, problems: found, configuration, ...(draft && { draft }) };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { text, problems: [told(thrown)] };
  }
}

function tried({ file, source }: Text, world: World) {
  const wanted = { name: file, file, source, world, despite: 'errors', review: true } as const;
  return drafted(wanted, () => ({ given: Object.create(null) }));
}

/** A configuration is looked for from the plan upwards. */
function folderOf(file: string, cwd: string): string {
  return file.replace(/[\\/][^\\/]*$/, '') || cwd;
}

/** What has no value may get it from a table or the command line. */
function softened(problem: Problem): Problem {
  return problem.name === undefined ? problem : { ...problem, severity: 'info' };
}

/** Something around the plan that is wrong, told at its beginning. */
function told(thrown: UserError): Problem {
  const first = thrown instanceof FaultyFile ? (thrown.about.problems[0]?.message ?? '') : '';
  return {
    severity: 'error',
    code: 'plan/around',
    start: 0,
    end: 1,
    message: thrown.message,
    ...(first !== '' && { advice: first }),
  };
}
