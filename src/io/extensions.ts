import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { exists, isDirectory } from './files.ts';
import { reading } from './sources.ts';

/** A module of somebody's, and what it exports. */
export interface Extension {
  file: string;
  exported: unknown;
}

/** Runs what an extension names, seen from the configuration that names it: a file, the files of a folder, or a package. */
export function extensionsAt(name: string, configuration: string): Extension[] {
  const require = createRequire(configuration);
  return filesOf(name, path.dirname(configuration), require).map((file) => {
    reading(file);
    try {
      const module: unknown = require(file);
      return { file, exported: (module as { default?: unknown } | null)?.default ?? module };
    } catch (thrown) {
      throw new UserError(`${path.basename(file)} 运行不了：${reason(thrown)}。`);
    }
  });
}

function filesOf(name: string, folder: string, require: NodeJS.Require): string[] {
  const isPath = /^\.{0,2}[\\/]/.test(name) || path.isAbsolute(name);
  const place = path.resolve(folder, name);
  if (isPath && isDirectory(place) && !exists(path.join(place, 'package.json'))) {
    const files = readdirSync(place).filter((each) => /\.[cm]?js$/.test(each));
    if (files.length === 0) throw new UserError('这个目录里没有 .mjs、.cjs、.js 文件。');
    return files.sort().map((each) => path.join(place, each));
  }
  try {
    return [require.resolve(isPath ? place : name)];
  } catch {
    throw new UserError(
      isPath ? '没有这个文件；路径从配置文件所在的目录算起。' : '没有装这个包；文件、目录要写成 ./规则.mjs。',
    );
  }
}

function reason(thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code === 'ERR_REQUIRE_ASYNC_MODULE') return '最外层不能用 await';
  return (message ?? String(thrown)).replace(/[。.]$/, '');
}
