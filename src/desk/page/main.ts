import { BrowserFiles } from './browser-files.ts';
import { Desk } from './desk.ts';
import { Engine } from './engine.ts';
import type { Files } from './files.ts';
import { notice } from './notice.ts';
import { PageFiles } from './page-files.ts';
import { PickedFiles } from './picked-files.ts';
import { pickedFolder } from './picked-folder.ts';
import { isServed, ServedFiles } from './served-files.ts';

addEventListener('unhandledrejection', ({ reason }) => notice(reason));

const engine = new Engine(document.getElementById('engine')?.textContent ?? '');
const element = document.getElementById('desk');
const decoded = async (bytes: Uint8Array) => (await engine.ask('read', bytes))?.text ?? '';
const isOurs = (name: string, bytes: Uint8Array) => engine.ask('ours', name, bytes);
let shown: Desk | undefined;
if (element) void begin(element);

async function begin(element: HTMLElement): Promise<void> {
  const files = isServed ? new ServedFiles(decoded) : await filesHere();
  const { plan, foreign } = files instanceof ServedFiles ? await files.first() : {};
  const desk = await opened(element, files);
  if (plan !== undefined) return desk.goOn(plan);
  await desk.begin();
  if (foreign) await desk.take([foreign]);
}

/** Opens a desk in the place of the one before. */
async function opened(element: HTMLElement, files: Files): Promise<Desk> {
  await shown?.close();
  if (files.folder) await engine.ask('around', await files.folder.given());
  shown = new Desk(element, engine, files, () => void inFolder(element));
  return shown;
}

async function inFolder(element: HTMLElement): Promise<void> {
  const folder = await pickedFolder();
  if (folder) await (await opened(element, new PickedFiles(folder, decoded, isOurs))).begin();
}

/** What the browser keeps, where it keeps anything. */
async function filesHere(): Promise<Files> {
  const files = new BrowserFiles();
  return files.list().then(
    () => files,
    () => new PageFiles(),
  );
}
