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
  for (const list of ['next', 'later', 'requests', 'args'] as const)
    for (let index = (best[list]?.length ?? 0) - 1; index >= (list === 'args' ? 1 : 0); index--)
      await tried({ ...best, [list]: best[list]?.filter((_, at) => at !== index) });
  const shorter = async (text: () => string, put: (text: string) => Scenario) => {
    for (let size = Math.ceil(text().length / 2); size >= 1; size = Math.floor(size / 2))
      for (let at = 0; at < text().length; )
        if (!(await tried(put(text().slice(0, at) + text().slice(at + size))))) at += size;
  };
  for (const name of Object.keys(best.files)) {
    const { [name]: content = '', ...files } = best.files;
    if ((await tried({ ...best, files })) || content.startsWith('bytes:')) continue;
    await shorter(
      () => best.files[name] ?? '',
      (text) => ({ ...best, files: { ...best.files, [name]: text } }),
    );
  }
  if (best.input !== undefined)
    await shorter(
      () => best.input ?? '',
      (input) => ({ ...best, input }),
    );
  return best;
}
