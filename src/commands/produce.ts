import path from 'node:path';
import { UserError } from '../errors.ts';
import { readBytes, readText, text, write } from '../io/files.ts';
import { kinds, templates } from '../io/templates.ts';
import type { Look } from '../page/profile.ts';
import { document, style } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import { read } from '../plan/read.ts';
import type { Variables } from '../plan/variables.ts';
import { inOrder, type Problem } from '../schema/problem.ts';
import { compose } from '../template/compose.ts';
import { templateOf } from '../template/kind.ts';
import type { Terminal } from '../ui/terminal.ts';
import { type Verdict, verdict } from './gate.ts';
import type { Host } from './host.ts';
import { letterheadOf } from './letterhead.ts';
import type { Target } from './outputs.ts';

/** What is the same for all plans of a run. */
export interface Job {
  given: Variables;
  /** A folder of templates from the command line. */
  template?: string;
  force: boolean;
  /** Whether what checking finds is written into the documents as comments. */
  comments: boolean;
  /** What was learned from a sample. */
  look?: Look;
}

/** Makes the documents of one plan. All are made before the first is written, so errors leave nothing half done. */
export async function produce(
  { plan: name, outputs }: Target,
  job: Job,
  host: Host,
  terminal: Terminal,
): Promise<boolean> {
  const file = name === '-' ? path.join(host.cwd, '计划.yaml') : path.resolve(host.cwd, name);
  const source = name === '-' ? text(await host.stdin(), '标准输入') : readText(file);
  const reading = read(source);
  const { plan, problems } = reading;
  const report = (problem: Problem) => void problems.push(problem);
  const errors = () => inOrder(problems).filter(({ severity }) => severity === 'error').length;
  let found: Verdict | undefined;
  const finished = async () => {
    if (plan === undefined || (errors() > 0 && !job.force)) return undefined;
    const kind = templateOf(plan, kinds(file, job.template), report);
    const composed = compose(templates(kind, file, job.template), plan.script);
    const made = document(plan, job.given, composed, report);
    const letterhead = await letterheadOf(plan, file, report);
    const own = { ...(letterhead && { letterhead }), ...(job.look && { look: job.look }) };
    if (errors() > 0 && !job.force) return undefined;
    // With comments everything that is found goes into the document, for someone to judge.
    if (!job.comments) found = await verdict(reading, source, { name, file, force: job.force, host });
    problems.push(...(found?.inTheWay ?? []));
    if (errors() > 0 && !job.force) return undefined;
    const again = (marked: Plan) => document(marked, job.given, composed, () => {});
    const full = job.comments
      ? await (await import('./reviewed.ts')).reviewed(made, plan, reading, source, again, {
          file,
          host,
        })
      : made;
    return Promise.all(
      outputs.map(async ({ format, file }) => ({
        format,
        file,
        comments: format.comments && job.comments ? (full.comments ?? []).length : undefined,
        bytes: (await format.prepare(style(plan, made, own))).write(format.comments ? full : made),
      })),
    );
  };
  const documents = await finished();
  terminal.problems(name === '-' ? '标准输入' : name, source, inOrder(problems));
  if (documents === undefined) {
    terminal.failed(`${name} 有 ${errors()} 处错误，没有生成文件。${found?.way ?? ''}`);
    return false;
  }
  if (!job.force)
    for (const { format, file } of documents) if (file !== undefined) protect(format.untouched, file);
  for (const { format, file, comments, bytes } of documents) {
    if (file === undefined) host.out(bytes);
    else {
      write(file, bytes);
      terminal.done(`已生成 ${format.title} ${path.relative(host.cwd, file) || file}${said(comments)}`);
    }
  }
  if (found?.rest !== undefined) terminal.note(found.rest);
  return true;
}

function said(comments: number | undefined): string {
  if (comments === undefined) return '';
  return comments === 0 ? '，没有发现问题，没有批注' : `，${comments} 条批注`;
}

/** A file that someone has edited since is not written over. */
function protect(untouched: (file: Buffer) => boolean, file: string): void {
  const before = readBytes(file);
  if (before === undefined || before.length === 0 || untouched(before)) return;
  throw new UserError(
    `${file} 生成以后被改过（或者不是 pingan 生成的），没有覆盖。确实不要了就加 --force，或用 -o 另起文件名。`,
  );
}
