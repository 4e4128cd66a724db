import path from 'node:path';
import { watch } from 'chokidar';
import { isTable } from '../../data/index.ts';
import { nearest } from '../../draft/configure.ts';
import { UserError } from '../../errors.ts';
import { openBrowser } from '../../io/browser.ts';
import { isDirectory, isFile } from '../../io/files.ts';
import { missing } from '../../io/missing.ts';
import { ServedFolder } from '../../io/served.ts';
import { newToken, shippedPage } from '../../io/shipped-page.ts';
import { argument } from '../../text/argument.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { Behind } from './answers.ts';
import type { OpenOptions } from './options.ts';
import { serve } from './server.ts';

/** Browsers may ask a person first; closing and loading again takes a moment. */
const patience = { first: 10 * 60_000, again: 60_000 };

/** Serves a folder until nobody looks any more, or the host says stop. */
export async function run(what: string | undefined, { browser }: OpenOptions, host: Host): Promise<void> {
  const { folder, ...first } = opened(what, host.cwd);
  const terminal = new Terminal(host);
  const { proof } = await import('./proof.ts');
  const behind = {
    page: shippedPage,
    folder,
    ...first,
    above: above(folder.root),
    put: async (name: string, bytes: Uint8Array) => (await import('./made.ts')).made(folder, name, bytes),
    proof: (name: string, source: Buffer) => proof(folder.root, name, source),
  };
  const serving = await serve(behind, newToken(), patience);
  const watching = watched(folder, serving.tell);
  host.out(`${serving.url}\n`);
  const isShown = browser && (await openBrowser(serving.url));
  terminal.note(isShown ? '已在浏览器里打开，按 Ctrl-C 结束。' : '用浏览器打开上面的网址，按 Ctrl-C 结束。');
  await Promise.race([serving.deserted, aborted(host.signal)]);
  await watching.close();
  await serving.close();
}

function opened(what: string | undefined, cwd: string): Pick<Behind, 'folder' | 'plan' | 'foreign'> {
  const place = path.resolve(cwd, what ?? '.');
  if (isDirectory(place)) return { folder: new ServedFolder(place) };
  if (!isFile(place)) throw missing(what ?? '.', cwd, 'any');
  const [folder, name] = [new ServedFolder(path.dirname(place)), path.basename(place)];
  if (/\.ya?ml$/i.test(name)) return { folder, plan: name };
  if (/\.docx$/i.test(name)) return { folder, foreign: name };
  throw new UserError(
    isTable(name) && !/\.txt$/i.test(name)
      ? `${what} 是数据表，不是计划。打开计划，再把它拖到网页上：pingan open 计划.yaml`
      : `${what} 不是计划。先变成计划再打开：pingan import ${argument(what ?? '')} -o 计划.yaml`,
  );
}

/** A configuration above the folder holds for the command and can't be seen by the page. */
function above(root: string): string | undefined {
  const found = nearest(path.dirname(root));
  return found && path.relative(root, found).replaceAll(path.sep, '/');
}

function watched({ root }: ServedFolder, tell: (name: string) => void) {
  const below = (file: string) => path.relative(root, file).replaceAll(path.sep, '/');
  const watcher = watch(root, {
    ignoreInitial: true,
    depth: 8,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 20 },
    ignored: (file) => /(?:^|\/)(?:[.~]|node_modules(?:\/|$))/u.test(below(file)),
  });
  watcher.on('all', (_, file) => tell(below(file)));
  // A folder that can't be watched can be worked in all the same.
  watcher.on('error', () => {});
  return watcher;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
