// One case in one checkout: its files are laid, its commands run in child processes, and everything is kept that a user
// could see of it.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Nothing of the machine, so that both runs are told the same. */
const environment = {
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  TZ: 'Asia/Shanghai',
  NO_COLOR: '1',
  ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
};

/** What came out, by its name: code and streams of each command, and every file that stands in the folder in the end. */
export async function runCase({ files = {}, steps }, checkout, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const outputs = new Map();
  const plain = (bytes) => Buffer.from(placeless(bytes.toString('latin1'), checkout, folder), 'latin1');
  for (const [number, step] of steps.entries()) {
    if (typeof step === 'function') {
      step(folder);
      continue;
    }
    const { args, input, env } = Array.isArray(step) ? { args: step } : step;
    const { code, out, err } = await run(checkout, args, folder, input, env);
    const command = `${number + 1}. pingan ${args.join(' ')}`;
    outputs.set(`${command}: code`, Buffer.from(String(code)));
    outputs.set(`${command}: stdout`, plain(out));
    outputs.set(`${command}: stderr`, plain(err));
  }
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    const file = path.join(folder, name);
    if (name.startsWith('.git') || !statSync(file).isFile()) continue;
    outputs.set(name, notes.test(name) ? timeless(readFileSync(file)) : plain(readFileSync(file)));
  }
  return outputs;
}

function run(checkout, args, cwd, input = '', env = {}) {
  const program = path.join(checkout, 'bin/pingan.cjs');
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...environment, ...env } });
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return chunks;
  });
  // A command that doesn't ask for its input may be gone before it came.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err) }));
  });
}

/** Folders are called by what they are; in stacks of our own faults the places of the code say nothing. */
function placeless(text, checkout, folder) {
  return text
    .replaceAll(asLatin(folder), '<folder>')
    .replaceAll(asLatin(checkout), '<checkout>')
    .replace(/(<checkout>[^\s:]*)(:\d+)+/g, '$1');
}

const asLatin = (text) => Buffer.from(text).toString('latin1');

/** What batch keeps for the next run: a line a document, in the order in which the threads were done, with a time. */
const notes = /\.pingan[\\/][^\\/]*\.jsonl$/;

function timeless(bytes) {
  const lines = bytes.toString().split('\n').filter(Boolean);
  // The second value names everything that went into the document, the program among it.
  const known = lines.map((line) => JSON.parse(line)).map(([file, , size, crc]) => [file, size, crc]);
  return Buffer.from(
    known
      .map((line) => JSON.stringify(line))
      .sort()
      .join('\n'),
  );
}
