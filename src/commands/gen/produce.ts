import path from 'node:path';
import { type Draft, prepared, refusal } from '../../draft/prepared.ts';
import { UserError } from '../../errors.ts';
import { readBytes, readText, text, write } from '../../io/files.ts';
import { style } from '../../pipeline.ts';
import type { Job, Target } from './job.ts';

/** Makes the documents of one plan. All are made before the first is written, so errors leave nothing half done. */
export async function produce({ plan: name, outputs }: Target, job: Job): Promise<boolean> {
  const { host, terminal, given, template, force, comments: review } = job;
  const file = name === '-' ? path.join(host.cwd, '计划.yaml') : path.resolve(host.cwd, name);
  const source = name === '-' ? text(await host.stdin(), '标准输入') : readText(file);
  const despite = force ? 'errors' : undefined;
  const wanted = { name, file, source, template, cwd: host.cwd, despite, review } as const;
  const { draft, problems, way, rest, strays } = await prepared(wanted, () => ({ given }));
  const documents = draft && (await written(draft, source, outputs, job));
  terminal.problems(name === '-' ? '标准输入' : name, source, problems);
  for (const stray of strays) noteOnce(stray, job);
  if (documents === undefined) {
    terminal.failed(refusal(name, problems, way));
    return false;
  }
  if (!force)
    for (const { format, file } of documents) if (file !== undefined) protect(format.untouched, file);
  for (const { format, file, comments, bytes } of documents) {
    if (file === undefined) host.out(bytes);
    else {
      write(file, bytes);
      terminal.done(`已生成 ${format.title} ${path.relative(host.cwd, file) || file}${said(comments)}`);
    }
  }
  if (rest !== undefined) terminal.note(rest);
  return true;
}

/** Plans of one folder share their templates. */
function noteOnce(text: string, { noted, terminal }: Job): void {
  if (!noted.has(text)) terminal.note(text);
  noted.add(text);
}

/** The documents as the bytes of their files, with comments where they are wanted. */
async function written(draft: Draft, source: string, outputs: Target['outputs'], { comments, look }: Job) {
  const { plan, document: made, own } = draft;
  const full = comments ? (await import('./reviewed.ts')).reviewed(draft, source) : made;
  const looks = style(plan, made, { ...own, ...(look && { look }) });
  return Promise.all(
    outputs.map(async ({ format, file }) => ({
      format,
      file,
      comments: format.comments && comments ? (full.comments ?? []).length : undefined,
      bytes: (await format.prepare(looks)).write(format.comments ? full : made),
    })),
  );
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
