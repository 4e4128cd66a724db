/** The folder of a file, with “/” behind it; nothing for one that lies at the top. */
export const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

/** A name as a file says it, seen from its folder; undefined where it leads out of what is open. */
export function placeFrom(folder: string, name: string): string | undefined {
  if (/^[\\/]|^[A-Za-z]:/.test(name)) return undefined;
  const way: string[] = [];
  for (const part of `${folder}${name}`.replaceAll('\\', '/').split('/')) {
    if (part === '..' && way.pop() === undefined) return undefined;
    if (!['', '.', '..'].includes(part)) way.push(part);
  }
  return way.join('/');
}

/** A file as it is seen from a folder. */
export function seenFrom(folder: string, file: string): string {
  if (file.startsWith(folder)) return file.slice(folder.length);
  const [first = '', ...others] = folder.split('/').filter(Boolean);
  const inner = file.startsWith(`${first}/`);
  return inner
    ? seenFrom(others.map((each) => `${each}/`).join(''), file.slice(first.length + 1))
    : `${'../'.repeat(others.length + 1)}${file}`;
}
