import { UserError } from '../../errors.ts';
import type { Output } from '../../io/door.ts';
import { reporters } from '../../reporters/index.ts';
import type { Report, Reporter } from '../../reporters/reporter.ts';
import { meant } from '../../text/nearest.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from './options.ts';

/** A reporter and the file that it writes; none for standard output. */
export interface Outlet {
  reporter: Reporter;
  /** As it was typed. */
  file?: string;
}

/** `-f pretty -f sarif=结果.sarif`: several formats, of which one may go to standard output. */
export function destinations(formats: readonly string[]): Outlet[] {
  const outlets = (formats.length === 0 ? ['pretty'] : formats).map((typed): Outlet => {
    const [, name = typed, file] = /^([^=＝]+)[=＝](.+)$/.exec(typed) ?? [];
    const reporter = reporters.find((each) => each.name === name.trim().toLowerCase());
    if (reporter === undefined) {
      const names = reporters.map((each) => each.name);
      throw new UserError(`没有“${name}”这种格式${meant(name, names)}可以写：${names.join('、')}。`);
    }
    return { reporter, ...(file !== undefined && { file }) };
  });
  const toOutput = outlets.filter(({ file }) => file === undefined);
  if (toOutput.length > 1)
    throw new UserError(`只有一种格式可以打印出来，其余的写成 ${toOutput[1]?.reporter.name}=文件名。`);
  return outlets;
}

/** The files that are to be written, by their outlets. */
export async function storedOf(
  outlets: readonly Outlet[],
  { force }: Pick<LintOptions, 'force'>,
  { cwd }: Pick<Host, 'cwd'>,
): Promise<Map<Outlet, Output>> {
  const files = new Map<Outlet, Output>();
  for (const outlet of outlets) {
    if (outlet.file === undefined) continue;
    // Whose a file is, is told by checksums, which most runs have no use for.
    const { outputOf } = await import('./stored-reports.ts');
    files.set(outlet, outputOf(outlet.file, cwd, force ?? false));
  }
  return files;
}

/** Writes a report in each format, into its file or as it is printed. */
export async function write(
  report: Report,
  outlets: readonly Outlet[],
  files: ReadonlyMap<Outlet, Output>,
  print: (text: string) => void,
): Promise<void> {
  for (const outlet of outlets) {
    const file = files.get(outlet);
    const inFormat = await outlet.reporter.load();
    if (file === undefined) print(inFormat(report));
    else {
      const { store } = await import('./stored-reports.ts');
      store(outlet.reporter, file, inFormat({ ...report, colour: false }));
    }
  }
}
