// The bytecode that bin/loader.cjs takes: that of every function which a plain run of the usual commands has called.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { loader, inFunction, bytecodeFile } = createRequire(import.meta.url)('../bin/loader.cjs');

/** Runs the usual commands of the program in `folder`, and lays the bytecode beside it. */
export async function layBytecode(folder) {
  const { load, scripts } = loader(folder);
  load('cli.cjs');
  const { main } = load('main.cjs');
  const plan = path.resolve('examples/village-plan.yaml');
  // What gen makes is what import reads.
  let made = Buffer.alloc(0);
  for (const command of [
    ['--help'],
    ['lint', plan, '--no-config'],
    ['gen', plan, '-o', '-'],
    ['import', '-'],
  ]) {
    const said = [];
    const host = {
      cwd: path.dirname(plan),
      out: (bytes) => said.push(bytes),
      say: (text) => said.push(text),
      stdin: async () => made,
      outIsTerminal: false,
      colour: false,
      outColour: false,
      now: () => new Date(0),
      watched: false,
      env: {},
      signal: new AbortController().signal,
    };
    if ((await main(command, host)) > 1) throw new Error(`pingan ${command.join(' ')}: ${said.join('')}`);
    made = said.find((each) => each instanceof Uint8Array) ?? made;
  }
  const index = {};
  const pieces = [];
  let place = 0;
  for (const [name, script] of scripts) {
    const source = inFunction(readFileSync(path.join(folder, name), 'utf8'));
    const encoding = /[^\0-\xff]/.test(source) ? 'utf16le' : 'latin1';
    const [text, code] = [Buffer.from(source, encoding), script.createCachedData()];
    pieces.push(text, code);
    index[name] = [place, text.length, encoding, code.length];
    place += text.length + code.length;
  }
  const written = Buffer.from(JSON.stringify(index));
  const start = Buffer.alloc(8);
  start.writeUInt32LE(written.length);
  start.writeUInt32LE(Math.max(written.length, ...pieces.map(({ length }) => length)), 4);
  writeFileSync(bytecodeFile(folder), Buffer.concat([start, written, ...pieces]));
}
