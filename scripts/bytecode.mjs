// The bytecode that bin/loader.cjs takes: that of every function which a plain run of the usual commands has called.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { loader, together, bytecodeFile } = createRequire(import.meta.url)('../bin/loader.cjs');

const plan = path.resolve('examples/village-plan.yaml');
const usual = {
  help: ['--help'],
  lint: ['lint', plan, '--no-config'],
  gen: ['gen', plan, '-o', '-'],
  // What gen makes is what import reads.
  import: ['import', '-'],
};

/** Runs the usual commands of the program in `folder`, and lays the bytecode beside it. */
export async function layBytecode(folder) {
  const scriptOf = await scriptsByUse(folder);
  const { load, scripts } = loader(folder, (name) => scriptOf.get(name));
  let made;
  for (const command of Object.values(usual)) made = await run(load, command, made);
  const index = { scripts: {}, modules: {} };
  const pieces = [];
  let place = 0;
  for (const { title, source, names } of new Set(scriptOf.values())) {
    const encoding = /[^\0-\xff]/.test(source) ? 'utf16le' : 'latin1';
    const [text, code] = [Buffer.from(source, encoding), scripts.get(title).createCachedData()];
    pieces.push(text, code);
    index.scripts[title] = [place, text.length, encoding, code.length];
    for (const name of names) index.modules[name] = title;
    place += text.length + code.length;
  }
  const written = Buffer.from(JSON.stringify(index));
  const start = Buffer.alloc(8);
  start.writeUInt32LE(written.length);
  start.writeUInt32LE(Math.max(written.length, ...pieces.map(({ length }) => length)), 4);
  writeFileSync(bytecodeFile(folder), Buffer.concat([start, written, ...pieces]));
}

/** Modules that the same commands load make a script together, so that none loads what it doesn't need. */
async function scriptsByUse(folder) {
  const uses = new Map();
  let made;
  for (const [title, command] of Object.entries(usual)) {
    const { load, scripts } = loader(folder, () => undefined);
    made = await run(load, command, made);
    for (const name of scripts.keys()) uses.set(name, [...(uses.get(name) ?? []), title]);
  }
  const byUse = new Map();
  for (const [name, users] of uses) {
    const title = users.join('-');
    byUse.set(title, [...(byUse.get(title) ?? []), name]);
  }
  return new Map(
    [...byUse].flatMap(([title, names]) => {
      const script = { title, names, source: together(folder, names) };
      return names.map((name) => [name, script]);
    }),
  );
}

/** Runs a command with `stdin`, and gives what it has made. */
async function run(load, command, stdin) {
  load('cli.cjs');
  const said = [];
  const host = {
    cwd: path.dirname(plan),
    out: (bytes) => said.push(bytes),
    say: (text) => said.push(text),
    stdin: async () => stdin,
    outIsTerminal: false,
    colour: false,
    outColour: false,
    now: () => new Date(0),
    watched: false,
    env: {},
    signal: new AbortController().signal,
  };
  const code = await load('main.cjs').main(command, host);
  if (code > 1) throw new Error(`pingan ${command.join(' ')}: ${said.join('')}`);
  return said.find((each) => each instanceof Uint8Array) ?? stdin;
}
