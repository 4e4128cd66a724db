import path from 'node:path';
import { UserError } from '../../errors.ts';
import { announce } from '../../io/files.ts';
import { variablesFrom } from '../../plan/variables.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { lookOf } from '../look.ts';
import type { Job, Target } from './job.ts';
import type { GenOptions } from './options.ts';
import { outputs } from './outputs.ts';
import { plansOf } from './plans.ts';
import { finished, keep, type Made, made } from './produce.ts';

/** Makes the documents of all plans; a bad plan doesn't keep the others from being made. */
export async function generate(plans: readonly string[], options: GenOptions, host: Host): Promise<boolean> {
  const terminal = new Terminal(host);
  const look = await lookOf(options.styleFrom, host, terminal);
  const { output, format: formats, force = false, review = false } = options;
  const comments = options.comments || review;
  const template = options.template === undefined ? undefined : path.resolve(host.cwd, options.template);
  const given = variablesFrom(options.set);
  const job: Job = {
    given,
    set: options.set,
    template,
    force,
    comments,
    review,
    look,
    noted: new Set(),
    host,
    terminal,
  };
  const files = await plansOf(plans, host.cwd);
  announce(files, host.cwd);
  const targets = outputs(files, { output, formats }, host);
  if (job.comments) withComments(targets, job);
  const good = await produce(targets, job);
  if (!options.watch) return good;
  const { watch } = await import('./watch.ts');
  await watch(targets, job);
  return true;
}

/** Comments and bookmarks need a format that can hold them; the others are as they are without. */
function withComments(targets: readonly Target[], { review, terminal }: Job): void {
  const used = new Set(targets.flatMap(({ outputs }) => outputs.map(({ format }) => format)));
  const without = [...used].filter(({ comments }) => !comments).map(({ title }) => title);
  if (without.length === used.size)
    throw new UserError(
      review
        ? '送审稿只能是 Word 文件：去掉 --review，或加上 -f docx。'
        : '批注只能写在 Word 文件里：去掉 --comments，或加上 -f docx。',
    );
  if (review && without.length > 0)
    terminal.note(`送审稿只有 Word 文件：批注和暗记都在里面，${without.join('、')}和平常一样，没有这些。`);
}

/** All are made before the first is written: it may be known only by then that one of them is read for another. */
async function produce(targets: readonly Target[], job: Job): Promise<boolean> {
  const ready: Made[] = [];
  let whole: Made[] = [];
  try {
    for (const target of targets) {
      const documents = await made(target, job);
      if (documents) ready.push(documents);
    }
  } finally {
    whole = await finished(ready, job);
    for (const each of whole) keep(each, job);
  }
  return whole.length === targets.length;
}
