import path from 'node:path';
import type { Remembered } from '../../document/remembered.ts';
import { UserError } from '../../errors.ts';
import { isFile } from '../../io/files.ts';

/** The plan of a document: as it was given, or as the document calls it, or as it is called itself. */
export function planOf(
  document: string,
  given: string | undefined,
  remembered: Remembered | undefined,
  cwd: string,
): string {
  if (given !== undefined) return given;
  const stem = path.basename(document).replace(/\.\w+$/, '');
  const names = [...(remembered ? [remembered.plan] : []), `${stem}.yaml`, `${stem}.yml`].filter(isName);
  const folders = [...new Set([path.resolve(cwd, path.dirname(document)), cwd])];
  for (const name of names)
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isFile(file)) return path.relative(cwd, file) || file;
    }
  const called = remembered && isName(remembered.plan) ? `它的计划叫 ${remembered.plan}，` : '';
  throw new UserError(
    `找不到 ${document} 的计划：${called}文件旁边和当前目录里都没有；把计划写在后面：pingan pull ${document} 计划.yaml`,
  );
}

/** What a document says is the name of a file, and leads nowhere else. */
function isName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/[\\/\p{Cc}]/u.test(name) && !name.startsWith('.') && name.length <= 200;
}
