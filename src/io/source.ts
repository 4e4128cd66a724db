import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { Source } from '../data/source.ts';
import { UserError } from '../errors.ts';
import { refused } from './files.ts';
import { reading } from './sources.ts';

/** More than any table of villages; a bigger file is a mistake. */
const largest = 2 * 1024 ** 3;

/** A file of data, or the whole of standard input where its name is “-”. */
export async function source(name: string, cwd: string, stdin: () => Promise<Uint8Array>): Promise<Source> {
  if (name === '-') {
    const bytes = await stdin();
    return {
      name: '标准输入',
      kind: looksLike(bytes),
      async *bytes() {
        yield bytes;
      },
    };
  }
  const file = path.resolve(cwd, name);
  reading(file);
  try {
    if (!statSync(file).isFile()) throw new UserError(`${name} 不是文件；--data 给一个数据文件。`);
    if (statSync(file).size > largest) throw new UserError(`${name} 超过 2 GB；分成几个文件。`);
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '读取', name);
  }
  return {
    name,
    kind: path.extname(name).slice(1).toLowerCase(),
    async *bytes() {
      try {
        yield* createReadStream(file, { highWaterMark: 1 << 14 });
      } catch (thrown) {
        throw refused(thrown, '读取', name);
      }
    },
  };
}

function looksLike(bytes: Uint8Array): string {
  // ASCII in whatever encoding, without a byte order mark.
  const start = Buffer.from(bytes.subarray(0, 100))
    .toString('latin1')
    .replace(/^(?:ï»¿|ÿþ|þÿ)|\0/g, '')
    .trimStart();
  if (start.startsWith('PK')) return 'xlsx';
  if (start.startsWith('[')) return 'json';
  return start.startsWith('{') ? 'jsonl' : 'csv';
}
