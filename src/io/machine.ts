import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';
import { versions } from 'node:process';

export type Environment = Readonly<Record<string, string | undefined>>;

export const nodeVersion: string = versions.node;

/** How the terminal of Windows takes bytes for characters; undefined elsewhere. */
export function codePage(): string | undefined {
  if (platform() !== 'win32') return undefined;
  return /\d+/.exec(asked('chcp.com', []))?.[0];
}

/** Every font file of this machine: as fontconfig knows them, or of the folders that systems keep them in. */
export function fontFiles(env: Environment): string[] {
  const home = homedir();
  const folders: Partial<Record<NodeJS.Platform, string[]>> = {
    win32: [
      path.join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'), 'Microsoft/Windows/Fonts'),
    ],
    darwin: ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')],
  };
  const shared = path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local/share'), 'fonts');
  const listed = folders[platform()] ? [] : asked('fc-list', ['--format', '%{file}\n']).split('\n');
  const others = listed.length > 1 ? [shared] : ['/usr/share/fonts', '/usr/local/share/fonts', shared];
  const found = (folders[platform()] ?? others).flatMap(filesIn);
  return [...new Set([...listed, ...found])].filter((file) => /\.(?:ttf|ttc|otf|otc)$/i.test(file)).sort();
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** What a program of the system answers; nothing where there is none. */
function asked(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** Reads in a file here and there, as far as it goes; fonts are large, and little of each is asked for. */
export function readingIn(file: string): (at: number, length: number) => Uint8Array {
  return (at, length) => {
    const bytes = Buffer.alloc(length);
    try {
      const opened = openSync(file, 'r');
      try {
        return bytes.subarray(0, readSync(opened, bytes, 0, length, at));
      } finally {
        closeSync(opened);
      }
    } catch {
      return bytes.subarray(0, 0);
    }
  };
}
