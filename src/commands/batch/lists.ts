import path from 'node:path';
import { keysOf } from '../../batch/list-keys.ts';
import { ListTable } from '../../batch/lists.ts';
import { isTable, table as tableOf } from '../../data/index.ts';
import type { Table } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { source } from '../../io/source.ts';
import type { Host } from '../host.ts';
import type { BatchOptions } from './options.ts';

/** Opens the tables of --list: 项目清单, 项目清单:镇,村名 or 项目=项目.csv:村名. */
export async function listsOf(
  { list, data, includeHidden }: BatchOptions,
  table: Table,
  { cwd, stdin }: Host,
): Promise<ListTable[]> {
  const lists: ListTable[] = [];
  for (const typed of list) {
    const [, name, where = '', keys] = /^(?:([^=]*)=)?(.*?)(?:[:：]([^:：\\/.]+))?$/.exec(typed) ?? [];
    const isFile = isTable(where);
    if (!isFile && !/\.xlsx$/i.test(data))
      throw new UserError(
        `--list ${typed}：${data} 没有别的工作表；另一张表写文件名，如 --list 项目=项目.csv。`,
      );
    const other = await tableOf(
      await source(isFile ? where : data, cwd, stdin),
      isFile ? undefined : where,
      includeHidden,
    );
    const called = (name ?? (isFile ? path.parse(where).name : where)).replace(/\s+/g, '').normalize();
    if (called === '' || called.includes('.'))
      throw new UserError(`--list ${typed}：给列表起个名称，里面不能有点，如 --list 项目=${where}。`);
    const named = keys === undefined ? [] : keys.split(/[,，、]/).map((key) => key.trim());
    lists.push(new ListTable(called, other, keysOf(called, table, other, named)));
  }
  return lists;
}
