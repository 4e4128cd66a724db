import path from 'node:path';
import { printedOf } from '../../engine/import/foreign.ts';
import { UserError } from '../../errors.ts';
import { isDirectory, readBytes } from '../../io/files.ts';
import { missing } from '../../io/missing.ts';
import type { Printed } from '../../reading/printed.ts';
import type { Host } from '../host.ts';
import type { ImportOptions } from './options.ts';

/** What a foreign file prints, whatever it is; older files of Word go through LibreOffice. */
export async function foreign(name: string, { tracked }: ImportOptions, host: Host): Promise<Printed> {
  if (name !== '-' && isDirectory(path.resolve(host.cwd, name)))
    throw new UserError(`${name} 是文件夹；要导入里面的文件，写 ${path.join(name, '*.docx')}。`);
  const bytes = name === '-' ? await host.stdin() : readBytes(path.resolve(host.cwd, name));
  if (bytes === undefined) throw missing(name, host.cwd, 'document');
  return printedOf({
    shown: name === '-' ? '标准输入' : name,
    ending: path.extname(name).toLowerCase(),
    bytes,
    tracked,
    docxOf: async (old, ending) => (await import('../../io/office.ts')).docxOf(old, ending),
  });
}
