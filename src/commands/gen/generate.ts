import path from 'node:path';
import { UserError } from '../../errors.ts';
import { expand } from '../../io/files.ts';
import { variablesFrom } from '../../plan/variables.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { lookOf } from '../look.ts';
import type { Job } from './job.ts';
import type { GenOptions } from './options.ts';
import { outputs } from './outputs.ts';
import { produce } from './produce.ts';

/** Makes the documents of all plans; a bad plan doesn't keep the others from being made. */
export async function generate(plans: readonly string[], options: GenOptions, host: Host): Promise<boolean> {
  const terminal = new Terminal(host.say, host.colour);
  const look = await lookOf(options.styleFrom, host, terminal);
  const { output, format: formats, force = false, comments = false } = options;
  const template = options.template === undefined ? undefined : path.resolve(host.cwd, options.template);
  const given = variablesFrom(options.set);
  const job: Job = { given, template, force, comments, look, noted: new Set(), host, terminal };
  const targets = outputs(await expand(plans, host.cwd), { output, formats }, host);
  if (job.comments && !targets.some(({ outputs }) => outputs.some(({ format }) => format.comments)))
    throw new UserError('批注只能写在 Word 文件里：去掉 --comments，或加上 -f docx。');
  let good = true;
  for (const target of targets) good = (await produce(target, job)) && good;
  if (!options.watch) return good;
  const { watch } = await import('./watch.ts');
  await watch(targets, job);
  return true;
}
