import path from 'node:path';
import { UserError } from '../../errors.ts';
import { deliver, withContent } from '../../io/door.ts';
import { isPage, shippedPage } from '../../io/shipped-page.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';

/** Writes the desk as one file, for those who have no program. */
export function pageFile(what: string | undefined, shown: string, force: boolean, host: Host): void {
  if (what !== undefined)
    throw new UserError(`-o 存的是空的网页，${what} 不会放进去。去掉它，打开网页以后把文件拖上去。`);
  const page = shippedPage();
  if (shown === '-') {
    host.out(page);
    return;
  }
  const file = path.resolve(host.cwd, shown);
  deliver({ file, shown, what: '网页', isOurs: withContent(isPage), force }, page);
  new Terminal(host).done(`已存成 ${shown}，双击就能用。`);
}
