import path from 'node:path';
import { UserError } from '../../errors.ts';
import { readText, text } from '../../io/files.ts';
import { blankTable } from '../../ledger/blank.ts';
import { wanted } from '../../ledger/columns.ts';
import { read } from '../../plan/read.ts';
import { variablesFrom } from '../../plan/variables.ts';
import { Lines } from '../../text/lines.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { deliverWorkbook, workbookOutput } from '../workbook-output.ts';
import type { TableOptions } from './options.ts';

/** Writes the empty table of a plan; false where the plan can't be read. */
export async function run(
  name: string,
  { output, set, force = false }: TableOptions,
  host: Host,
): Promise<boolean> {
  const terminal = new Terminal(host);
  const where = workbookOutput(output, '空表', force, host);
  const isInput = name === '-';
  const source = isInput ? text(await host.stdin(), '标准输入') : readText(path.resolve(host.cwd, name));
  const { plan, problems } = read(source);
  const errors = problems.filter(({ severity }) => severity === 'error');
  terminal.problems(isInput ? '标准输入' : name, source, errors);
  if (plan === undefined || errors.length > 0) {
    terminal.failed(`${name} 有 ${errors.length} 处错误，没有生成空表。`);
    return false;
  }
  const needs = wanted(plan, variablesFrom(set));
  const { columns, lists } = needs;
  if (columns.length + lists.length === 0)
    throw new UserError(`${name} 里没有各村不同的变量，用不着表；各村不同的地方写成 {{村名}}。`);
  deliverWorkbook(
    where,
    blankTable(needs, new Lines(source)),
    { title: path.parse(output).name, author: '' },
    host,
  );
  terminal.done(`已生成空表 ${output}：${columns.map((each) => each.name).join('、')}`);
  for (const list of lists)
    terminal.note(`工作表“${list.name}”：${list.columns.map((each) => each.name).join('、')}`);
  return true;
}
