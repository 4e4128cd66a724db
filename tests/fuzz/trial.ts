import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { tree } from '../../src/package/tree.ts';
import { unzipped } from '../../src/package/unzip.ts';
import { pingan } from '../pingan.ts';
import { within } from './left.ts';
import { meanwhile } from './meanwhile.ts';
import { raw } from './samples.ts';
import type { Scenario } from './scenario.ts';

/** What no document may say unless somebody wrote it. */
const halfRight = /NaN|undefined|\[object /;
/** What would command a terminal. */
const commands = /(?![\t\n\r])\p{Cc}/u;

/** Types in a folder of its own what was typed; what is wrong with what comes of it, or undefined. */
export function trial(what: Scenario): Promise<string | undefined> {
  return within(what.files, async (cwd) => {
    for (const [index, args] of [what.args, ...(what.next ?? [])].entries()) {
      const lasts = index === 0 && (what.later ?? what.requests) !== undefined;
      const { run, answers = '' } = lasts
        ? await meanwhile(args, cwd, what)
        : { run: await pingan(args, cwd, { input: raw(what.input ?? '') }) };
      const { code, out, err } = run;
      if (![0, 1, 2].includes(code)) return `exit ${code}: ${/\n(.*\n.*\n.*)/.exec(err)?.[1] ?? err}`;
      // What lint finds may go into a file, and the language server speaks to programs only.
      const isHeard = args[0] !== 'lsp' && !args.some((each) => /^[a-z]+=/.test(each));
      if (code !== 0 && err + out === '' && isHeard) return `exit ${code} without a word`;
      if (/"code":-32603|^HTTP\/1.1 500/m.test(out + answers)) return `answers with a bug: ${out + answers}`;
      if (answers.includes('秘密的话')) return 'a file outside of the folder is given away';
      const [command] = commands.exec(err) ?? [];
      if (command !== undefined) return `says ${JSON.stringify(command)} to the terminal`;
    }
    return touched(cwd, what) ?? wrong(cwd, what);
  });
}

/** Only --fix, pull and whoever else works there may change what was there; what lies in 出 or .pingan is ours. */
function touched(cwd: string, { files, args, later = [], requests }: Scenario): string | undefined {
  const mends = args.some((each) => /^--(?:fix|write)(?!-)/.test(each)) || requests !== undefined;
  for (const [name, content] of Object.entries(files)) {
    if (/^(?:出|\.pingan)\//.test(name) || later.some((each) => name in each)) continue;
    if (mends && name.endsWith('.yaml')) continue;
    if (!readFileSync(path.join(cwd, name)).equals(raw(content))) return `${name} was changed`;
  }
  return undefined;
}

/** Documents and tables that were made are sound, and say nothing that is only half right. */
function wrong(cwd: string, what: Scenario): string | undefined {
  const known = Object.values(what.files).map(words).join('') + JSON.stringify(what);
  for (const name of readdirSync(cwd, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(cwd, name);
    if (name in what.files || !/\.(?:md|html|docx|xlsx|yaml|csv)$/.test(name) || !statSync(file).isFile())
      continue;
    const bytes = readFileSync(file);
    let text = bytes.toString();
    if (/\.(?:docx|xlsx)$/.test(name)) {
      const parts = unzipped(bytes, 100_000_000, (part) => /^(?:word\/document|xl\/.*)\.xml$/.test(part));
      const all = [...parts.values()].map((part) => Buffer.from(part).toString());
      for (const each of all) tree(each);
      text = all.join('');
    }
    // What a web page runs isn't what it says.
    if (name.endsWith('.html')) text = text.replace(/<script\b.*?<\/script>/gs, '');
    const [found] = halfRight.exec(text) ?? [];
    if (found !== undefined && !halfRight.test(known)) return `${name} says ${found}`;
  }
  return undefined;
}

/** What a file says, also where it is packed. */
function words(content: string): string {
  if (!content.startsWith('bytes:PK')) return content;
  try {
    return Object.values(unzipSync(raw(content)))
      .map((part) => Buffer.from(part).toString())
      .join('');
  } catch {
    return content;
  }
}
