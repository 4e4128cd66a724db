import { UserError } from '../../errors.ts';
import { reporters } from '../../reporters/index.ts';
import type { Reporter } from '../../reporters/reporter.ts';
import { meant } from '../../text/nearest.ts';

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
