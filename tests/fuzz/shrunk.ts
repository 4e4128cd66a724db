import type { Scenario } from './scenario.ts';

/** The scenario with as much as possible left out that still goes wrong; `most` are the trials that may be spent on it. */
export async function shrunk(
  found: Scenario,
  isWrong: (scenario: Scenario) => Promise<boolean>,
  most = 300,
): Promise<Scenario> {
  let [best, left] = [found, most];
  const tried = async (next: Scenario) => {
    if (left-- <= 0 || !(await isWrong(next))) return false;
    best = next;
    return true;
  };
  for (let index = best.args.length - 1; index > 0; index--)
    await tried({ ...best, args: best.args.filter((_, at) => at !== index) });
  for (const name of Object.keys(best.files)) {
    const { [name]: content = '', ...files } = best.files;
    if ((await tried({ ...best, files })) || content.startsWith('bytes:')) continue;
    for (let size = Math.ceil(content.length / 2); size >= 1; size = Math.floor(size / 2))
      for (let at = 0; at < (best.files[name] ?? '').length; ) {
        const now = best.files[name] ?? '';
        const next = now.slice(0, at) + now.slice(at + size);
        if (!(await tried({ ...best, files: { ...best.files, [name]: next } }))) at += size;
      }
  }
  return best;
}
