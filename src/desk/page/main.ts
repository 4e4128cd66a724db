import { BrowserFiles } from './browser-files.ts';
import { Desk } from './desk.ts';
import { Engine } from './engine.ts';

const engine = new Engine(document.getElementById('engine')?.textContent ?? '');
const desk = document.getElementById('desk');
if (desk) void new Desk(desk, engine, new BrowserFiles()).begin();
