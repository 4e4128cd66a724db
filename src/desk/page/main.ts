import { BrowserFiles } from './browser-files.ts';
import { Desk } from './desk.ts';
import { Engine } from './engine.ts';
import type { Files } from './files.ts';
import { notice } from './notice.ts';
import { PageFiles } from './page-files.ts';
import { isServed, ServedFiles } from './served-files.ts';

addEventListener('unhandledrejection', ({ reason }) => notice(reason));

const engine = new Engine(document.getElementById('engine')?.textContent ?? '');
const element = document.getElementById('desk');
if (element) void begin(element);

async function begin(desk: HTMLElement): Promise<void> {
  if (!isServed) return new Desk(desk, engine, await filesHere()).begin();
  const files = new ServedFiles(async (bytes) => (await engine.ask('read', bytes))?.text ?? '');
  const first = await files.first();
  const shown = new Desk(desk, engine, files);
  return first === undefined ? shown.begin() : shown.goOn(first);
}

/** What the browser keeps, where it keeps anything. */
async function filesHere(): Promise<Files> {
  const files = new BrowserFiles();
  return files.list().then(
    () => files,
    () => new PageFiles(),
  );
}
