import path from 'node:path';
import { UserError } from '../../errors.ts';
import { Folder } from '../../io/folder.ts';
import { hold } from '../../io/lock.ts';
import type { ServedFolder } from '../../io/served.ts';
import { intoFolder } from '../batch/maker.ts';
import { formats } from '../formats.ts';

/** Puts a document of a batch into a folder below the opened one, as `pingan batch` would. */
export function made(served: ServedFolder, name: string, bytes: Uint8Array): boolean {
  const format = formats.find((each) => name.endsWith(`.${each.name}`));
  const place = served.placeOfMade(name);
  if (format === undefined || place === undefined)
    throw new UserError(`${name} 不能写：只写打开的文件夹里面的公文。`);
  const shown = name.split('/')[0] ?? '';
  const root = path.join(served.root, shown);
  const release = hold({ root, shown, name: 'all', command: 'open' });
  try {
    const folder = new Folder(root, 'open', []);
    const put = intoFolder(folder, false).put(path.relative(root, place), bytes, format.untouched);
    if (typeof put === 'string') throw new UserError(put);
    return put !== undefined;
  } finally {
    release();
  }
}
