import path from 'node:path';
import { UserError } from '../../errors.ts';
import { create } from '../../io/door.ts';
import { exists, isDirectory, isFile } from '../../io/files.ts';
import { missing } from '../../io/missing.ts';
import { type Shipped, shippedTemplates, shippedText } from '../../io/shipped-templates.ts';
import { documentKinds } from '../../plan/document-kind.ts';
import { usual } from '../../template/kind.ts';
import { ownFolder } from '../../template/stray.ts';
import { largest } from '../../text/long-lists.ts';
import { meant } from '../../text/nearest.ts';
import { simplified } from '../../text/script.ts';
import { width } from '../../text/width.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { TemplateOptions } from './options.ts';

/** Lists the templates, or copies those that are named. All are looked for before the first is written. */
export function run(names: readonly string[], options: TemplateOptions, host: Host): void {
  const shipped = shippedTemplates();
  if (names.length === 0) {
    host.out(listed(shipped));
    return;
  }
  const terminal = new Terminal(host);
  const folder = path.join(beside(options.for, host.cwd), ownFolder);
  const copies = names.map((name) => {
    const { place, text } = named(name, shipped);
    return { text, file: path.join(folder, place) };
  });
  for (const { file } of copies)
    if (exists(file)) throw new UserError(`${shown(file, host)} 已经有了，没有覆盖；直接改它就行。`);
  for (const { text, file } of copies) {
    create(file, shown(file, host), Buffer.from(text));
    terminal.done(`已复制到 ${shown(file, host)}`);
  }
  terminal.hint('用记事本打开，只改花括号外面的字；改好以后照常运行 pingan gen。');
}

const shown = (file: string, host: Host) => path.relative(host.cwd, file).replaceAll('\\', '/');

function beside(plan: string | undefined, cwd: string): string {
  if (plan === undefined) return cwd;
  const file = path.resolve(cwd, plan);
  if (isDirectory(file)) return file;
  if (isFile(file)) return path.dirname(file);
  throw missing(plan, cwd, 'any');
}

function named(typed: string, shipped: readonly Shipped[]): { place: string; text: string } {
  const name = simplified(path.basename(typed.trim()).replace(/\.hbs$/i, '')).normalize();
  const found = shipped.find((each) => each.name === name);
  if (found !== undefined) return { place: found.place, text: shippedText(found) };
  // A kind without a template of its own begins with the one that sets it.
  const kind = documentKinds.find((each) => each.name === name);
  const basis = kind && shipped.find((each) => each.kind && each.name === (kind.setAs ?? usual));
  if (basis) return { place: `${name}/document.hbs`, text: shippedText(basis) };
  const near = meant(
    name,
    shipped.map((each) => each.name),
  );
  throw new UserError(`没有“${typed}”这个模板${near}运行 pingan template 看有哪些。`);
}

/** A name a line, with what the first remark in the file says of it. */
function listed(shipped: readonly Shipped[]): string {
  const most = largest(shipped.map(({ name }) => width(name)));
  const lines = (wanted: boolean) =>
    shipped
      .filter(({ kind }) => kind === wanted)
      .map((each) => `  ${each.name}${' '.repeat(most - width(each.name))}  ${about(each)}`.trimEnd());
  return `${['文种：', ...lines(true), '', '片段：', ...lines(false)].join('\n')}\n`;
}

function about(each: Shipped): string {
  const remark = /^\{\{!--(.*?)--\}\}/s.exec(shippedText(each))?.[1]?.trim() ?? '';
  return remark.startsWith(`${each.name}：`) ? remark.slice(each.name.length + 1) : remark;
}
