import { BrowserFiles } from './browser-files.ts';
import { Desk } from './desk.ts';
import { Engine } from './engine.ts';
import { isServed, ServedFiles } from './served-files.ts';

const engine = new Engine(document.getElementById('engine')?.textContent ?? '');
const element = document.getElementById('desk');
if (element) void begin(element);

async function begin(desk: HTMLElement): Promise<void> {
  if (!isServed) return new Desk(desk, engine, new BrowserFiles()).begin();
  const files = new ServedFiles(async (bytes) => (await engine.ask('read', bytes))?.text ?? '');
  const first = await files.first();
  const shown = new Desk(desk, engine, files);
  return first === undefined ? shown.begin() : shown.goOn(first);
}
