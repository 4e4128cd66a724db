import path from 'node:path';
import type { Memory } from '../../document/remembered.ts';
import { UserError } from '../../errors.ts';
import { isFile, readText } from '../../io/files.ts';
import { findPlans } from '../../io/plans.ts';
import { isPlan } from '../../plan/known-keys.ts';
import { argument } from '../../text/argument.ts';

/** The plan of a document: as it was given, as the document calls it, as it is called itself, or the only one beside it. */
export async function planOf(
  document: string,
  given: string | undefined,
  memory: Memory | undefined,
  cwd: string,
): Promise<string> {
  if (given !== undefined) return given;
  const stem = path.basename(document).replace(/\.\w+$/, '');
  const names = [...(memory ? [memory.plan] : []), `${stem}.yaml`, `${stem}.yml`].filter(isName);
  const beside = path.resolve(cwd, path.dirname(document));
  for (const name of names)
    for (const folder of new Set([beside, cwd])) {
      const file = path.join(folder, name);
      if (isFile(file)) return path.relative(cwd, file) || file;
    }
  const only = memory ? undefined : await onlyPlanIn(beside);
  if (only !== undefined) return path.relative(cwd, only);
  const called = memory && isName(memory.plan) ? `它的计划叫 ${memory.plan}，` : '';
  throw new UserError(
    `找不到 ${document} 的计划：${called}文件旁边和当前目录里都没有；把计划写在后面：pingan pull ${argument(document)} 计划.yaml`,
  );
}

/** The plan in a folder, where there is just one; whether it is the right one is seen by what it prints. */
async function onlyPlanIn(folder: string): Promise<string | undefined> {
  const files = (await findPlans(['*.{yaml,yml}'], folder)).map(({ file }) => path.join(folder, file));
  const [plan, ...others] = files.length > most ? [] : files.filter((file) => isPlan(readText(file)));
  return others.length === 0 ? plan : undefined;
}

/** More files than this are an archive, in which nobody would guess. */
const most = 50;

/** What a document says is the name of a file, and leads nowhere else. */
function isName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/[\\/\p{Cc}]/u.test(name) && !name.startsWith('.') && name.length <= 200;
}
