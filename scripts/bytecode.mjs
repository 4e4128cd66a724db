// The bytecode that bin/loader.cjs takes: that of every function which a plain run of the usual commands has called.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { loader, bytecodeFile } = createRequire(import.meta.url)('../bin/loader.cjs');

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
    const piece = script.createCachedData();
    pieces.push(piece);
    index[name] = [place, piece.length];
    place += piece.length;
  }
  const written = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(written.length);
  writeFileSync(bytecodeFile(folder), Buffer.concat([length, written, ...pieces]));
}
