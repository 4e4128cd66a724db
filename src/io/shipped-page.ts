import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { deflateRawSync } from '../package/deflate.ts';
import { shippedFolder } from './shipped-templates.ts';

/**
 * The desk, one file that holds everything. dist/, which is beside templates/, has it without its engine, which is of the
 * pieces that the program itself is of: they are named where it is to stand.
 */
export function shippedPage(): Buffer {
  const file = path.join(path.dirname(shippedFolder), 'dist', 'desk.html');
  if (!existsSync(file)) throw new UserError(`没有 ${file}：先运行 npm run build。`);
  const piece = (name: string) => readFileSync(path.join(path.dirname(file), name), 'utf8');
  const html = readFileSync(file, 'utf8').replace(
    /(?<=id="engine">)[^<]+/,
    // A third of its size, and unpacked in less time than a page of that size takes to be read.
    (names) =>
      Buffer.from(deflateRawSync(Buffer.from(engine(names.split(' '), piece)), { level: 9 })).toString(
        'base64',
      ),
  );
  return Buffer.from(html);
}

/** Runs the first of some modules; those that stand in for what browsers don't have are known by the name of that. */
function engine(names: readonly string[], piece: (name: string) => string): string {
  const modules = names.map(
    (name) =>
      `${JSON.stringify(`./${name.replace('-browser', '')}`)}(exports, require, module) {${piece(name)}\n}`,
  );
  return `const modules = {${modules.join(',\n')}};
const made = new Map();
function load(id) {
  if (!made.has(id)) {
    const module = { exports: {} };
    made.set(id, module);
    modules[id](module.exports, load, module);
  }
  return made.get(id).exports;
}
load(${JSON.stringify(`./${names[0]}`)});
`;
}

/** Whether a file is such a page. */
export const isPage = (content: Buffer) =>
  content.includes('<title>平安</title>') && content.includes('<script type="text/plain" id="engine">');

/** What nobody can guess, for an address that isn't everybody's. */
export const newToken = () => randomBytes(16).toString('hex');
