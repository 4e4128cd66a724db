import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tree } from '../../src/package/tree.ts';
import { unzipped } from '../../src/package/unzip.ts';
import { pingan } from '../pingan.ts';
import { raw, type Scenario } from './scenario.ts';

/** What no document may say unless somebody wrote it. */
const halfRight = /NaN|undefined|\[object /;

/** Runs what was typed in a folder of its own; what is wrong with what comes of it, or undefined. */
export async function trial({ files, args, input = '' }: Scenario): Promise<string | undefined> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-fuzz-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      writeFileSync(path.join(cwd, name), raw(content));
    }
    const { code, out, err } = await pingan(args, cwd, { input: raw(input) });
    if (![0, 1, 2].includes(code)) return `exit ${code}: ${/\n(.*\n.*\n.*)/.exec(err)?.[1] ?? err}`;
    if (code !== 0 && err + out === '') return `exit ${code} without a word`;
    return touched(cwd, files, args) ?? wrong(cwd, files, args);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Only --fix may change what was there, and only the plan. */
function touched(cwd: string, files: Scenario['files'], args: readonly string[]): string | undefined {
  const mends = args.some((each) => each.startsWith('--fix')) && !args.includes('--fix-dry-run');
  for (const [name, content] of Object.entries(files)) {
    if (mends && name.endsWith('.yaml')) continue;
    if (!readFileSync(path.join(cwd, name)).equals(raw(content))) return `${name} was changed`;
  }
  return undefined;
}

/** Documents that were made are sound, and say nothing that is only half right. */
function wrong(cwd: string, files: Scenario['files'], args: readonly string[]): string | undefined {
  const known = Object.values(files).join('') + args.join('');
  for (const name of readdirSync(cwd, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(cwd, name);
    if (name in files || !/\.(?:md|html|docx)$/.test(name) || !statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    let text = bytes.toString();
    if (name.endsWith('.docx')) {
      const parts = unzipped(bytes, 100_000_000, (part) => part === 'word/document.xml');
      text = Buffer.from(parts.get('word/document.xml') ?? '').toString();
      tree(text);
    }
    // What a web page runs isn't what it says.
    if (name.endsWith('.html')) text = text.replace(/<script>.*?<\/script>/gs, '');
    const [found] = halfRight.exec(text) ?? [];
    if (found !== undefined && !halfRight.test(known)) return `${name} says ${found}`;
  }
  return undefined;
}
