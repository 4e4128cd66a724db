import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';

const documents = /\.docx?$/i;
const endings = /(?:\.(?:ya?ml|txt|docx?|wps)){1,3}$/i;

/** That a file isn't there, and which one of its folder may have been meant: an ending is forgotten, or hidden. */
export function missing(typed: string, cwd: string, kind: 'plan' | 'document' | 'any' = 'plan'): UserError {
  const what = kind === 'any' ? '这个文件或目录' : '这个文件';
  const meant = meantBy(path.resolve(cwd, typed), kind === 'document' ? documents : /\.ya?ml$/i);
  return new UserError(
    `没有 ${typed} ${what}${meant === undefined ? '。' : `，是不是“${path.join(path.dirname(typed), meant)}”？`}`,
  );
}

function meantBy(file: string, wanted: RegExp): string | undefined {
  const name = path.basename(file);
  const stem = (each: string) => each.normalize().toLowerCase().replace(endings, '');
  const there = filesIn(path.dirname(file));
  const alike = there.filter((each) => stem(each) === stem(name));
  const [first] = [...alike.filter((each) => wanted.test(each)), ...alike];
  if (first !== undefined) return first;
  // Endings say nothing of how like two names are.
  const candidates = new Map(there.filter((each) => wanted.test(each)).map((each) => [stem(each), each]));
  return candidates.get(nearest(stem(name), candidates.keys()) ?? '');
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((each) => each.isFile() && !each.name.startsWith('.')).map(({ name }) => name);
  } catch {
    return [];
  }
}
