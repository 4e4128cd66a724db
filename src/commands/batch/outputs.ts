import path from 'node:path';
import type { FileName } from '../../batch/file-names.ts';
import { reportIn } from '../../batch/report.ts';
import type { Row } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { isUntouched } from '../../io/archive.ts';
import { type Output, sourceRefusal, withContent } from '../../io/door.ts';
import { byName, sourcesUnder } from '../../io/sources.ts';
import { formats } from '../formats.ts';
import type { Host } from '../host.ts';
import type { BatchOptions } from './options.ts';

/** The files that a run writes beside its documents, as far as they are wanted. */
export interface Outputs {
  archive?: Output;
  report?: Output;
  index?: Output;
}

export function outputsOf({ archive, report, index, force = false }: BatchOptions, { cwd }: Host): Outputs {
  const output = (shown: string, what: string, isOurs: Output['isOurs']): Output => ({
    file: path.resolve(cwd, shown),
    shown,
    what,
    isOurs,
    force,
  });
  for (const [option, file] of Object.entries({ '--archive': archive, '--index': index }))
    if (file === '-') throw new UserError(`${option} 要写成文件，不能写到标准输出；给一个文件名。`);
  const isReport = withContent((bytes) => reportIn(bytes.toString()) !== undefined);
  return {
    ...(archive !== undefined && { archive: output(archive, '压缩包', isUntouched) }),
    ...(report !== undefined && report !== '-' && { report: output(report, '报告', isReport) }),
    ...(index !== undefined && { index: output(index, '目录', withContent(indexFormat(index).untouched)) }),
  };
}

/** The format of --index, by its ending. */
export function indexFormat(file: string) {
  const found = formats.find(({ name }) => file.toLowerCase().endsWith(`.${name}`)) ?? formats[0];
  if (found === undefined) throw new Error('there are formats');
  return found;
}

/** Refuses names of documents that would take the place of what the run reads, or writes beside them. */
export function besides(root: string, { report, index }: Outputs, endings: readonly string[]) {
  const sources = new Set(sourcesUnder(root));
  const others = new Map([report, index].flatMap((each) => (each ? [[byName(each.file), each.what]] : [])));
  return (row: Row, named: FileName): FileName => {
    if (sources.size + others.size === 0 || 'fault' in named) return named;
    for (const ending of endings) {
      const shown = `${named.name}.${ending}`;
      const name = byName(path.join(root, shown));
      if (sources.has(name)) throw sourceRefusal(shown, `第 ${row.number} 行的文件`);
      const other = others.get(name);
      if (other !== undefined)
        throw new UserError(
          `第 ${row.number} 行的文件和${other}会写到同一个文件 ${shown}；改一个文件名，或分开生成。`,
        );
    }
    return named;
  };
}
