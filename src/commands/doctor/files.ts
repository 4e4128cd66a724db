import path from 'node:path';
import { misnamed } from '../../configuration/misnamed.ts';
import { configure } from '../../draft/configure.ts';
import { FaultyFile, UserError } from '../../errors.ts';
import { isFile, readText } from '../../io/files.ts';
import { strayTemplates } from '../../io/stray-templates.ts';
import { namesIn, ownTemplates } from '../../io/templates.ts';
import { isPlan } from '../../plan/known-keys.ts';
import { sections } from '../../plan/sections.ts';
import type { Host } from '../host.ts';
import { bad, doubt, good, type Symptom } from './symptom.ts';

/** The configuration that holds here, and what was meant to be one. */
export async function configuration({ cwd }: Host): Promise<Symptom[]> {
  return [await inForce(cwd), ...strayConfigurations(cwd)];
}

async function inForce(cwd: string): Promise<Symptom> {
  try {
    const { file } = await configure(undefined, cwd);
    return good(file ? `配置 ${path.relative(cwd, file)}` : '没有配置文件，检查用平常的规则');
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const way = thrown instanceof FaultyFile ? '运行 pingan lint，照它说的改。' : '照上面说的改。';
    return bad(thrown.message, way);
  }
}

/** What lies in a folder and was meant to be a configuration. */
function strayConfigurations(folder: string): Symptom[] {
  const at = (name: string) => path.join(folder, name);
  return namesIn(folder).flatMap((name) => {
    const found = misnamed(
      name,
      (other) => isFile(at(other)),
      (other) => isPlanOrNoText(at(other)),
    );
    return found ? [doubt(found.what, found.way)] : [];
  });
}

/** A picture or an archive may be called like a configuration as well. */
function isPlanOrNoText(file: string): boolean {
  try {
    return isPlan(readText(file));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return true;
  }
}

/** The templates of one's own beside a plan: those in force, and those that nothing uses. */
export function templates(plan: string, shown: (file: string) => string): Symptom[] {
  const called = Object.values(sections).map(({ label }) => label);
  const strays = strayTemplates(plan, undefined, called);
  const own = ownTemplates(plan);
  const inUse = own.filter((file) => !strays.some((stray) => stray.startsWith(`${file} `)));
  const folder = shown(path.dirname(plan));
  return [
    good(
      inUse.length === 0
        ? '用自带的模板'
        : `自己的模板 ${inUse.join('、')}${folder ? `（在 ${folder}）` : ''}`,
    ),
    ...strays.map((stray) => doubt(stray, `${stray.slice(0, stray.indexOf(' '))}：照上面说的改，或删去。`)),
  ];
}
