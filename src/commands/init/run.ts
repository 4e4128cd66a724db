import path from 'node:path';
import { UserError } from '../../errors.ts';
import { create } from '../../io/door.ts';
import { configurationName, exists, isDirectory } from '../../io/files.ts';
import { startedKinds, starter } from '../../io/starters.ts';
import { kindAtEnd } from '../../plan/document-kind.ts';
import { planJson } from '../../plan/json.ts';
import { argument } from '../../text/argument.ts';
import { meant } from '../../text/nearest.ts';
import { Terminal } from '../../ui/terminal.ts';
import { version } from '../../version.ts';
import type { Host } from '../host.ts';
import { filled } from './filled.ts';
import type { CI, InitOptions } from './options.ts';
import { badUnit, usualAt } from './usual.ts';

const places: Record<CI, string> = {
  github: '.github/workflows/pingan.yml',
  gitlab: '.gitlab-ci.yml',
  'pre-commit': '.pre-commit-config.yaml',
};

/** Writes a plan with all that was asked for, or nothing where one of the files is there already. */
export async function run(file: string, given: InitOptions, host: Host): Promise<void> {
  const usual = usualAt(host.now(), startedKinds());
  const known = given.kind === undefined ? undefined : kindNamed(given.kind, usual.kinds);
  const told = { ...given, ...(known && { kind: known }) };
  const refusal = told.unit && badUnit(told.unit);
  if (refusal) throw new UserError(`--unit ${told.unit}：${refusal}。`);
  const dialogue = told.yes ? undefined : host.dialogue;
  const options = dialogue ? await (await import('./dialogue.ts')).asked(told, usual, dialogue) : told;
  const kind = options.kind ?? '工作要点';
  const plan = path.resolve(host.cwd, isFolder(file, host) ? path.join(file, '计划.yaml') : file);
  if (!/\.ya?ml$/i.test(plan)) {
    const way = usual.kinds.includes(file) ? `；要的是这种文件，写 --kind ${file}` : '';
    throw new UserError(`计划的文件名要以 .yaml 结尾：${file}.yaml${way}。`);
  }
  const folder = path.dirname(plan);
  const villages = options.table ?? false;
  const text = filled({
    kind,
    unit: options.unit || usual.unit,
    title: options.title,
    year: options.year ?? usual.year(kind),
    today: host.now(),
    villages,
  });
  const files: [string, string][] = [
    [plan, text],
    // Excel takes a CSV for UTF-8 only with a mark in front.
    ...(villages
      ? [[path.join(folder, '村表.csv'), `\uFEFF${starter('村表.csv')}`] as [string, string]]
      : []),
    ...(options.config
      ? [[path.join(folder, configurationName), starter(configurationName)] as [string, string]]
      : []),
    ...(options.ci ?? []).map((name): [string, string] => [
      path.join(folder, places[name]),
      starter(`ci/${path.parse(name).name}.${name === 'pre-commit' ? 'yaml' : 'yml'}`).replaceAll(
        '@版本@',
        version,
      ),
    ]),
  ];
  write(files, path.join(folder, 'pingan.schema.json'), host);
  next(shown(plan, host), villages, new Terminal(host));
}

function write(files: readonly [string, string][], schema: string, host: Host): void {
  const terminal = new Terminal(host);
  const there = files.filter(([file]) => exists(file)).map(([file]) => shown(file, host));
  if (there.length > 0)
    throw new UserError(`已经有 ${there.join('、')}，没有覆盖，什么也没有写；换一个文件名或目录。`);
  // One that lies there serves the plans beside it already.
  const all = exists(schema)
    ? files
    : [...files, [schema, `${JSON.stringify(planJson(), null, 2)}\n`] as const];
  for (const [file, text] of all) {
    create(file, shown(file, host), Buffer.from(text));
    terminal.done(`已写 ${shown(file, host)}`);
  }
}

function next(plan: string, villages: boolean, terminal: Terminal): void {
  terminal.hint(`用记事本或 VS Code 打开 ${plan}，改成自己的；然后运行：`);
  terminal.hint(`  pingan gen ${argument(plan)}`);
  if (villages) {
    const table = path.posix.join(path.posix.dirname(plan), '村表.csv');
    terminal.hint(`  pingan batch ${argument(plan)} --data ${argument(table)} --name "{{村名}}"`);
  }
}

const shown = (file: string, host: Host) => path.relative(host.cwd, file).replaceAll('\\', '/');

const isFolder = (file: string, { cwd }: Host) => /[\\/]$/.test(file) || isDirectory(path.resolve(cwd, file));

function kindNamed(typed: string, kinds: readonly string[]): string {
  const kind = kinds.find((each) => each === typed.trim()) ?? kindAtEnd(typed)?.name ?? typed;
  if (kinds.includes(kind)) return kind;
  throw new UserError(`没有“${typed}”的样子${meant(typed, kinds)}可以写：${kinds.join('、')}。`);
}
