import { linkSync, readdirSync, readFileSync, renameSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { kill, pid } from 'node:process';
import { UserError } from '../errors.ts';
import { refused } from './files.ts';
import { createdAlone, gone, madeKeepingOf, tidy } from './keeping.ts';
import { Scratch, scratchName } from './scratch.ts';

/** Who writes to a folder, as its lock tells others. */
interface Holder {
  pid: number;
  /** When the process began, where the system says so: its number may be another's by now. */
  born?: string;
  host: string;
  /** For people. */
  since: string;
  command: string;
}

interface Wanted {
  /** The folder that is written to. */
  root: string;
  /** As it was typed. */
  shown: string;
  /** What is written there: others of the same name wait, and so do those that `rivals` tells of. */
  name: string;
  rivals?(name: string): boolean;
  command: string;
}

const ending = '.lock';
const beat = 30_000;
/** A holder on another machine shows that it lives by touching its lock. */
const silence = 10 * 60_000;

/** Keeps others from writing to a folder at the same time, and tells them who is at it; gives back what lets go. */
export function hold({ root, shown, name, rivals, command }: Wanted): () => void {
  const folder = madeKeepingOf(root);
  const file = path.join(folder, `${name}${ending}`);
  const born = bornAt(pid);
  const holder: Holder = { pid, ...(born && { born }), host: hostname(), since: now(), command };
  const text = `${JSON.stringify(holder)}\n`;
  const busy = (there: string) => {
    const other = read(there);
    const who = other
      ? `进程 ${other.pid}，在 ${other.host} 上，${other.since} 开始：pingan ${other.command}`
      : '正在开始';
    return new UserError(
      `${shown} 里正有另一个 pingan 在生成（${who}）。等它做完再来，或者换一个地方。它要是早就不在了，删掉 ${path.join(shown, path.relative(root, there))} 再来。`,
    );
  };
  try {
    for (let tries = 0; !taken(folder, file, text); tries++)
      if (tries === 3 || !cleared(file)) throw busy(file);
    const other = readdirSync(folder)
      .filter((each) => each.endsWith(ending) && rivals?.(each.slice(0, -ending.length)))
      .map((each) => path.join(folder, each))
      .find((each) => each !== file && !cleared(each));
    if (other !== undefined) {
      gone(file);
      throw busy(other);
    }
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '写入目录', shown);
  }
  const timer = setInterval(() => touch(file), beat).unref();
  return () => {
    clearInterval(timer);
    if (read(file)?.pid === pid) gone(file);
    tidy(folder);
  };
}

/** A link is made with all that it says, at once; where a disk has none, a file that is new. */
function taken(folder: string, file: string, text: string): boolean {
  const scratch = new Scratch(folder, 'lock');
  try {
    scratch.write(Buffer.from(text));
    linkSync(scratch.name, file);
    return true;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS') throw thrown;
    return createdAlone(file, text);
  } finally {
    scratch.abandon();
  }
}

/** Takes a lock away whose holder is gone; false while it is there. */
function cleared(file: string): boolean {
  const text = content(file);
  if (text === undefined) return true;
  if (isHeld(file, text)) return false;
  const aside = scratchName(path.dirname(file), 'lock');
  try {
    renameSync(file, aside);
    // Somebody else was quicker, and it is a new one that was taken: back with it.
    if (content(aside) !== text) linkSync(aside, file);
  } catch {
    // Gone already.
  }
  gone(aside);
  return true;
}

function isHeld(file: string, text: string): boolean {
  const holder = parsed(text);
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (holder?.host !== hostname()) return age < silence;
  if (!isAlive(holder.pid)) return false;
  const born = bornAt(holder.pid);
  return born === undefined || holder.born === undefined ? age < silence : born === holder.born;
}

function isAlive(process: number): boolean {
  try {
    kill(process, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ticks since the machine was started (proc(5), field 22); only Linux says so. */
function bornAt(process: number): string | undefined {
  return content(`/proc/${process}/stat`)?.split(') ').at(-1)?.split(' ')[19];
}

function content(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function read(file: string): Holder | undefined {
  return parsed(content(file) ?? '');
}

function parsed(text: string): Holder | undefined {
  try {
    const found = JSON.parse(text) as Holder;
    return Number.isSafeInteger(found.pid) && found.pid > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody has taken it for stale and away; names of unfinished files are one's own all the same.
  }
}

function now(): string {
  const date = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
