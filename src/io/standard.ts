import { fstatSync, statSync, writeSync } from 'node:fs';
import { refused } from './files.ts';

/** Standard input, output and error, as the system numbers them. */
type Standard = 0 | 1 | 2;

interface Stream {
  write(bytes: Uint8Array): unknown;
}

/**
 * Writes to standard output or standard error. Files and pipes are written to straight: the streams that Node makes for
 * them take a tenth of a short run. A screen has its stream, which knows the characters of Windows. `gone` is called when
 * the reader has seen enough (pingan gen … | head) and has closed the pipe.
 */
export function writer(
  standard: Standard,
  open: () => Stream,
  gone: () => void,
): (bytes: string | Uint8Array) => void {
  let straight = !mayBeScreen(standard);
  let stream: Stream | undefined;
  return (given) => {
    const bytes = Buffer.from(given as Uint8Array);
    let at = 0;
    while (straight && at < bytes.length)
      try {
        at += writeSync(standard, bytes, at);
      } catch (thrown) {
        const { code } = thrown as NodeJS.ErrnoException;
        if (code === 'EPIPE') return gone();
        // A full pipe that doesn't wait: from here on the stream does the waiting.
        if (code !== 'EAGAIN') throw refused(thrown, '写到', standard === 1 ? '标准输出' : '标准错误');
        straight = false;
      }
    if (at === bytes.length) return;
    stream ??= open();
    stream.write(bytes.subarray(at));
  };
}

/** Whether it is a screen; nothing has to be loaded to see that a pipe or a file is none. */
export async function isScreen(standard: Standard): Promise<boolean> {
  return mayBeScreen(standard) && (await import('node:tty')).isatty(standard);
}

/**
 * Whether a program was started by a double click where that brings no terminal: nobody can type into it, nobody can read
 * what it writes, and there is a desktop to show a browser on. Whoever gives it a pipe or a file reads it, and so does a
 * run of a machine.
 */
export function isDoubleClick(env: NodeJS.ProcessEnv): boolean {
  if (env['CI'] || !(env['DISPLAY'] || env['WAYLAND_DISPLAY'])) return false;
  return isNothing(0) && (isNothing(1) || isJournal(1, env));
}

/** Closed, or the system's own emptiness. */
function isNothing(standard: Standard): boolean {
  try {
    return fstatSync(standard).rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return true;
  }
}

/** Desktops of Linux send what their programs write to the journal, and say by its number which stream that is. */
function isJournal(standard: Standard, env: NodeJS.ProcessEnv): boolean {
  const { dev, ino } = fstatSync(standard);
  return env['JOURNAL_STREAM'] === `${dev}:${ino}`;
}

function mayBeScreen(standard: Standard): boolean {
  try {
    const about = fstatSync(standard);
    return !about.isFIFO() && !about.isFile() && !about.isSocket() && !isNothing(standard);
  } catch {
    return true;
  }
}
