import path from 'node:path';
import { table } from '../../data/index.ts';
import { UserError } from '../../errors.ts';
import { isFile } from '../../io/files.ts';
import { source } from '../../io/source.ts';
import { append } from '../../text/long-lists.ts';
import type { Variable } from '../../writing/variables.ts';
import type { Host } from '../host.ts';

/** 村名=柳溪村,户数=511, or the row of a table whose values stand in a text. */
export async function variablesOf(wanted: readonly string[], text: string, host: Host): Promise<Variable[]> {
  const variables: Variable[] = [];
  for (const each of wanted)
    append(variables, isFile(path.resolve(host.cwd, each)) ? await rowOf(each, text, host) : pairsOf(each));
  return variables;
}

function pairsOf(typed: string): Variable[] {
  return typed
    .split(/[,，]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.search(/[=＝]/);
      // Tables leave blanks out of the names of their columns, too.
      const [name, value] = [pair.slice(0, at).replace(/\s/g, ''), pair.slice(at + 1).trim()];
      if (at < 0 || name === '' || value === '')
        throw new UserError(`--variables 的“${pair}”看不懂；写成 村名=柳溪村,户数=511，或给一个表。`);
      return { name, value };
    });
}

/** The row of which most values stand in the text; the first column has to be among them. */
async function rowOf(name: string, text: string, host: Host): Promise<Variable[]> {
  const { columns, rows } = await table(await source(name, host.cwd, host.stdin), undefined);
  let best: { variables: Variable[]; hits: number } | undefined;
  for await (const { values } of rows()) {
    const variables = columns.flatMap((column, index): Variable[] => {
      const value = values[index];
      return typeof value === 'string' && value.trim() !== '' ? [{ name: column, value: value.trim() }] : [];
    });
    const isNamed = variables.some(({ value }) => /\p{Script=Han}{2}/u.test(value) && text.includes(value));
    const hits = isNamed ? variables.filter(({ value }) => text.includes(value)).length : 0;
    if (hits > (best?.hits ?? 0)) best = { variables, hits };
  }
  if (!best) throw new UserError(`${name} 里没有一行是文中提到的；看看村名写得对不对。`);
  return best.variables;
}
