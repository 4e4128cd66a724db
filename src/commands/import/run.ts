import path from 'node:path';
import { UserError } from '../../errors.ts';
import { exists, expand, isDirectory, write } from '../../io/files.ts';
import { outlineOf, type Structure, structureOf } from '../../structure/structure.ts';
import { Progress } from '../../ui/progress.ts';
import { Terminal } from '../../ui/terminal.ts';
import { lostOf } from '../../writing/accounting.ts';
import { planOf, plansOf } from '../../writing/plan.ts';
import type { Host } from '../host.ts';
import { foreign } from './foreign.ts';
import { type Made, made } from './made.ts';
import type { ImportOptions } from './options.ts';
import { told } from './told.ts';

/** Imports files one after the other; false when some couldn't be. */
export async function run(names: readonly string[], options: ImportOptions, host: Host): Promise<boolean> {
  const files = await expand(names, host.cwd);
  const terminal = new Terminal(host.say, host.colour);
  const place = placeOf(files, options, host);
  const progress =
    host.watched && files.length > 3 ? new Progress(host.say, files.length, Date.now) : undefined;
  let failed = 0;
  for (const [index, name] of files.entries()) {
    if (host.signal.aborted) break;
    try {
      await one(name, { output: place(name), options, host, terminal });
    } catch (thrown) {
      if (!(thrown instanceof UserError) || files.length === 1) throw thrown;
      failed++;
      terminal.failed(thrown.message);
    }
    progress?.show(index + 1, failed);
  }
  progress?.end();
  if (failed > 0) terminal.failed(`${files.length} 个文件，${failed} 个没有导入。`);
  return failed === 0;
}

interface About {
  output: string | undefined;
  options: ImportOptions;
  host: Host;
  terminal: Terminal;
}

async function one(name: string, { output, options, host, terminal }: About): Promise<void> {
  const printed = await foreign(name, options, host);
  const structure = structureOf(printed);
  if (options.outline !== undefined) {
    host.out(`${JSON.stringify(outlineOf(structure), null, 2)}\n`);
    return;
  }
  const file = output ?? path.resolve(host.cwd, '计划.yaml');
  const plans = plansOf(structure.parts).map((parts) => planOf(parts));
  const all: Made[] = [];
  for (const [index, plan] of plans.entries()) all.push(await made(plan, numbered(file, index), host));
  const texts = [
    ...printed.notes.map(({ text = '' }) => text),
    ...[...structure.apart, ...structure.repeated].map(({ text }) => text),
  ];
  const lost = lostOf(printed, all.map((each) => each.printed ?? '').join('\n'), texts);
  if (output === undefined) host.out(all.map(({ plan }) => plan.text).join('---\n'));
  else
    for (const [index, { plan }] of all.entries()) {
      protect(numbered(file, index), options, host);
      write(numbered(file, index), Buffer.from(plan.text));
    }
  report(name, { structure, all, file, output, host, terminal }, told(structure, all, printed.notes, lost));
}

interface Result {
  structure: Structure;
  all: readonly Made[];
  file: string;
  output: string | undefined;
  host: Host;
  terminal: Terminal;
}

function report(name: string, { all, file, output, host, terminal }: Result, lines: readonly string[]): void {
  const shown = (index: number) => path.relative(host.cwd, numbered(file, index)) || file;
  if (output !== undefined) terminal.done(`${name} → ${all.map((_, index) => shown(index)).join('、')}`);
  for (const line of lines) terminal.note(line);
  all.forEach(({ problems }, index) => {
    const count = (severity: string) => problems.filter((each) => each.severity === severity).length;
    const [errors, warnings] = [count('error'), count('warning')];
    if (errors + warnings === 0) return;
    terminal.note(
      `检查：${errors} 处错误、${warnings} 处警告${output === undefined ? '。' : `；用 pingan lint ${shown(index)} 看。`}`,
    );
  });
}

/** 计划.yaml, 计划-2.yaml: several plans of one file. */
function numbered(file: string, index: number): string {
  const { dir, name, ext } = path.parse(file);
  return index === 0 ? file : path.join(dir, `${name}-${index + 1}${ext}`);
}

function protect(file: string, { force }: ImportOptions, host: Host): void {
  if (force || !exists(file)) return;
  throw new UserError(
    `${path.relative(host.cwd, file) || file} 已经有了，没有覆盖。确实不要了就加 --force，或用 -o 另起文件名。`,
  );
}

/** Where the plan of a file goes; undefined for standard output. */
function placeOf(
  files: readonly string[],
  { output, outline }: ImportOptions,
  host: Host,
): (name: string) => string | undefined {
  if (output === undefined || output === '-' || outline !== undefined) {
    if (files.length > 1 && outline === undefined)
      throw new UserError(`要导入 ${files.length} 个文件；用 -o 给一个目录（以 / 结尾）。`);
    return () => undefined;
  }
  const absolute = path.resolve(host.cwd, output);
  const isFolder = /[\\/]$/.test(output) || isDirectory(absolute) || !/\.ya?ml$/i.test(output);
  if (!isFolder && files.length > 1)
    throw new UserError(
      `要导入 ${files.length} 个文件，-o 却只给了一个文件名 ${output}；给一个目录（以 / 结尾）。`,
    );
  if (!isFolder) return () => absolute;
  const seen = new Map<string, string>();
  const places = new Map(
    files.map((name) => {
      const base = name === '-' ? '计划' : path.basename(name).replace(/\.[^.]+$/, '');
      const twin = seen.get(base.toLowerCase());
      const own = twin === undefined ? base : `${base}-${path.extname(name).slice(1) || '2'}`;
      seen.set(base.toLowerCase(), name);
      return [name, path.join(absolute, `${own}.yaml`)];
    }),
  );
  return (name) => places.get(name);
}
