import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pingan } from '../pingan.ts';
import { bytes, type Files, raw } from './samples.ts';

/** Does something in a new folder in which some files lie. */
export async function within<T>(files: Files, what: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-fuzz-'));
  try {
    put(cwd, files);
    return await what(cwd);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

export function put(cwd: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), raw(content));
  }
}

const known = new Map<string, Promise<Files>>();

/** What lies in a folder after something was typed there, made once: files of our own, for others to spoil. */
export function left(files: Files, ...typed: readonly (readonly string[])[]): Promise<Files> {
  const key = JSON.stringify([files, typed]);
  const made =
    known.get(key) ??
    within(files, async (cwd) => {
      for (const args of typed) await pingan(args, cwd);
      const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(path.join(cwd, name)).isFile(),
      );
      return Object.fromEntries(names.map((name) => [name, kept(readFileSync(path.join(cwd, name)))]));
    });
  known.set(key, made);
  return made;
}

function kept(content: Buffer): string {
  const text = content.toString();
  return Buffer.from(text).equals(content) && !text.startsWith('bytes:') ? text : bytes(content);
}
