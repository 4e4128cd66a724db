import path from 'node:path';
import { shippedFolder } from '../io/shipped-templates.ts';
import { allRead } from '../io/sources.ts';
import { version } from '../version.ts';

/** What --verbose says of a run: all that it has read but what comes with pingan, and its time. */
export function told(cwd: string, milliseconds: number): string {
  const own = shippedFolder + path.sep;
  const files = allRead()
    .filter((file) => !file.startsWith(own))
    .map((file) => (path.relative(cwd, file).startsWith('..') ? file : path.relative(cwd, file)));
  const read = files.length === 0 ? '没有读文件' : `读了 ${files.length} 个文件：${files.join('、')}`;
  return `pingan ${version}：${read}；用时 ${(milliseconds / 1000).toFixed(2)} 秒。\n`;
}
