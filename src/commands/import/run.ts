import path from 'node:path';
import { imported, structured } from '../../engine/import/imported.ts';
import type { Made } from '../../engine/import/made.ts';
import {
  type SavedPicture,
  toldPictures,
  withPictureFiles,
  withSaved,
} from '../../engine/import/pictures.ts';
import { told } from '../../engine/import/told.ts';
import { UserError } from '../../errors.ts';
import { admit, deliver } from '../../io/door.ts';
import { expand, readText } from '../../io/files.ts';
import { outlineOf, structureOf } from '../../structure/structure.ts';
import { argument } from '../../text/argument.ts';
import { append } from '../../text/long-lists.ts';
import { Progress } from '../../ui/progress.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { WrittenPlan } from '../../writing/plan.ts';
import type { Host } from '../host.ts';
import { foreign } from './foreign.ts';
import type { ImportOptions } from './options.ts';
import { numbered, outputOf, placeOf } from './place.ts';
import { revised } from './revised.ts';

/** Imports files one after the other; false when some couldn't be. */
export async function run(names: readonly string[], options: ImportOptions, host: Host): Promise<boolean> {
  const files = await expand(names, host.cwd);
  const terminal = new Terminal(host);
  const place = placeOf(files, options, host);
  const progress =
    host.watched && files.length > 3 ? new Progress(host.say, files.length, Date.now) : undefined;
  let failed = 0;
  const outlines: { file: string; outline: Outline }[] = [];
  for (const [index, name] of files.entries()) {
    if (host.signal.aborted) break;
    try {
      if (options.outline !== undefined)
        outlines.push({ file: name, outline: outlineOf(structureOf(await foreign(name, options, host))) });
      else await one(name, { output: place(name), options, host, terminal });
    } catch (thrown) {
      if (!(thrown instanceof UserError) || files.length === 1) throw thrown;
      failed++;
      terminal.failed(thrown.message);
    }
    progress?.show(index + 1, failed);
  }
  progress?.end();
  // A program reads one value, whatever the number of files.
  if (options.outline !== undefined)
    host.out(`${JSON.stringify(files.length === 1 ? outlines[0]?.outline : outlines, null, 2)}\n`);
  if (failed > 0) terminal.failed(`${files.length} 个文件，${failed} 个没有导入。`);
  return failed === 0;
}

type Outline = ReturnType<typeof outlineOf>;

interface About {
  output: string | undefined;
  options: ImportOptions;
  host: Host;
  terminal: Terminal;
}

async function one(name: string, { output, options, host, terminal }: About): Promise<void> {
  const source = await foreign(name, options, host);
  const file = output ?? path.resolve(host.cwd, '计划.yaml');
  const { printed: placed, saved } = withPictureFiles(source, `${path.parse(file).name}-图片`);
  // A plan that is only shown has no files beside it.
  const printed = output === undefined ? source : placed;
  const structure = structured(printed, name === '-' ? '标准输入' : name);
  const makes = (plan: WrittenPlan, index: number) => makeIn(host, plan, numbered(file, index), saved);
  const { plans, made: all, lost, relabelled } = await imported(printed, structure, makes);
  const texts = plans.map(({ text }) => text);
  const lines = told({
    structure,
    made: all,
    notes: printed.notes,
    lost,
    relabelled,
    ...(output !== undefined && { pictures: toldPictures(saved, texts) }),
  });
  if (output === undefined && saved.length > 0)
    lines.push(`${saved.length} 张图片没有存下来；写 -o 就放在计划旁边。`);
  const final: Made[] = [];
  for (const [index, plan] of plans.entries()) {
    const { plan: changed, said } = await revised(plan, options, host);
    final.push(changed.text === plan.text ? (all[index] as Made) : await makes(changed, index));
    append(lines, said);
  }
  if (options.against !== undefined) append(lines, await compared(options.against, final[0], host));
  if (output === undefined) host.out(final.map(({ plan }) => plan.text).join('---\n'));
  else put(final, saved, { file, options, host });
  report(name, final, { output, file, host, terminal }, lines);
}

/** What makes documents is big, and who asks for an outline needs none of it. */
async function makeIn(
  { cwd }: Host,
  plan: WrittenPlan,
  file: string,
  saved: readonly SavedPicture[] = [],
): Promise<Made> {
  const { made } = await import('../../engine/import/made.ts');
  const { around } = await import('../../draft/prepared.ts');
  return made(plan, file, withSaved(around({ file, template: undefined, cwd }), saved));
}

async function compared(other: string, plan: Made | undefined, host: Host): Promise<string[]> {
  const file = path.resolve(host.cwd, other);
  const before = await makeIn(
    host,
    { text: readText(file), title: '', doubts: [], moved: [], notes: [], parts: [] },
    file,
  );
  if (before.printed === undefined)
    throw new UserError(`${other} 读不出计划，没法比；先用 pingan lint 检查它。`);
  const { differences } = await import('./against.ts');
  const lines = differences(before.printed, plan?.printed ?? '');
  return lines.length === 0
    ? [`与 ${other} 印出来一样。`]
    : [`与 ${other} 相比：`, ...lines.map((line) => `  ${line}`)];
}

type Place = Pick<About, 'output' | 'host'> & { file: string };

/** Writes the plans and the pictures: all that may be, or none. */
function put(
  all: readonly Made[],
  pictures: readonly SavedPicture[],
  { file, options, host }: Pick<About, 'options' | 'host'> & { file: string },
): void {
  const files = [
    ...all.map(({ plan }, index) => ({
      file: numbered(file, index),
      what: '计划',
      bytes: Buffer.from(plan.text),
    })),
    ...pictures.map(({ file: own, bytes }) => ({
      file: path.join(path.dirname(file), own),
      what: '图片',
      bytes,
    })),
  ];
  const outputs = files.map((each) => outputOf(each, options, host));
  admit(...outputs);
  for (const [index, output] of outputs.entries()) deliver(output, files[index]?.bytes ?? Buffer.of());
}

function report(
  name: string,
  all: readonly Made[],
  { output, file, host, terminal }: Place & Pick<About, 'terminal'>,
  lines: readonly string[],
): void {
  const shown = (index: number) => path.relative(host.cwd, numbered(file, index)) || file;
  if (output !== undefined) terminal.done(`${name} → ${all.map((_, index) => shown(index)).join('、')}`);
  for (const line of lines) terminal.note(line);
  all.forEach(({ problems }, index) => {
    const count = (severity: string) => problems.filter((each) => each.severity === severity).length;
    const [errors, warnings] = [count('error'), count('warning')];
    if (errors + warnings === 0) return;
    const way = output === undefined ? '。' : `；用 pingan lint ${argument(shown(index))} 看。`;
    terminal.note(`检查：${errors} 处错误、${warnings} 处警告${way}`);
  });
}
