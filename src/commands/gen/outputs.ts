import path from 'node:path';
import { UserError } from '../../errors.ts';
import type { Format } from '../../formats/format.ts';
import { isDirectory } from '../../io/files.ts';
import { formats } from '../formats.ts';
import type { Host } from '../host.ts';
import type { Target } from './job.ts';

interface Wanted {
  /** -o */
  output: string | undefined;
  /** -f */
  formats: readonly string[];
}

/** Decides, before anything is written, which file every document goes to. */
export function outputs(plans: readonly string[], { output, formats: wanted }: Wanted, host: Host): Target[] {
  const chosen =
    wanted.length > 0 ? formats.filter(({ name }) => wanted.includes(name)) : byExtension(output);
  const targets = plans.map((plan) => ({
    plan,
    outputs: chosen.map((format) => ({ format, ...place(plan, format, output, host) })),
  }));
  const files = targets.flatMap((target) => target.outputs);
  if (files.some(({ file }) => file === undefined)) toStandardOutput(files.length, chosen, host);
  else if (isFile(output, host) && files.length > 1) {
    throw new UserError(
      `要生成 ${files.length} 个文件，-o 却只给了一个文件名 ${output}；给一个目录（以 / 结尾）。`,
    );
  }
  const ending = isFile(output, host)
    ? path
        .extname(output ?? '')
        .slice(1)
        .toLowerCase()
    : '';
  if (formats.some(({ name }) => name === ending) && chosen.some(({ name }) => name !== ending))
    throw new UserError(
      `-o ${output} 是 .${ending} 文件，-f 写的却是 ${wanted.join('、')}；两处写成一样的，或去掉 -f。`,
    );
  const seen = new Map<string, string>();
  targets.forEach(({ plan, outputs }) => {
    for (const { file } of outputs) {
      const other = file === undefined ? undefined : seen.get(file.toLowerCase());
      if (other !== undefined && other !== plan)
        throw new UserError(`${other} 和 ${plan} 会写到同一个文件 ${file}；改一个文件名，或分开生成。`);
      if (file !== undefined) seen.set(file.toLowerCase(), plan);
    }
  });
  return targets;
}

function byExtension(output: string | undefined): readonly Format[] {
  const ending = output === undefined ? '' : path.extname(output).slice(1).toLowerCase();
  const found = formats.filter(({ name }) => name === ending);
  if (found.length > 0) return found;
  if (ending !== '' && output !== undefined && !/[\\/]$/.test(output)) {
    throw new UserError(
      `不会生成 .${ending} 文件，可以是：${formats.map(({ name }) => `.${name}`).join('、')}；也可以用 -f 指明格式。`,
    );
  }
  return formats.slice(0, 1);
}

function isFile(output: string | undefined, host: Host): boolean {
  if (output === undefined || output === '-' || /[\\/]$/.test(output)) return false;
  return !isDirectory(path.resolve(host.cwd, output)) && path.extname(output) !== '';
}

function place(plan: string, format: Format, output: string | undefined, host: Host): { file?: string } {
  if (output === '-' || (plan === '-' && output === undefined)) return {};
  if (isFile(output, host)) return { file: path.resolve(host.cwd, output ?? '') };
  const name = `${plan === '-' ? '计划' : path.basename(plan).replace(/\.ya?ml$/i, '')}.${format.name}`;
  return { file: path.resolve(host.cwd, output ?? path.dirname(plan), name) };
}

function toStandardOutput(count: number, [format]: readonly Format[], host: Host): void {
  if (count > 1) throw new UserError('标准输出只放得下一个文件；给一个计划、一种格式，或用 -o 指定目录。');
  if (format?.binary && host.outIsTerminal)
    throw new UserError(`${format.title}不能打印到屏幕上；用 -o 指定文件，或加 -f md。`);
}
