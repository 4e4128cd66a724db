import type { Table } from '../data/table.ts';
import { UserError } from '../errors.ts';
import type { Last } from './carried.ts';
import { type Kind, progress } from './ledger.ts';

/** What offices call the columns that rows are known by, and the one that comes along. */
const aliases: Readonly<Record<Kind, readonly string[]>> = {
  tasks: [
    '任务',
    '任务名称',
    '工作任务',
    '重点任务',
    '主要任务',
    '具体任务',
    '任务内容',
    '工作内容',
    '工作事项',
    '事项',
  ],
  goals: ['指标', '指标名称', '目标', '工作目标', '目标任务', '考核指标'],
};
const progresses = [progress, '进展', '进度', '工作进展', '目前进展', '推进情况', '完成情况', '落实情况'];
const whats: Readonly<Record<Kind, string>> = { tasks: '任务', goals: '指标' };

/** A table read as last period's ledger. */
export async function lastOf(kind: Kind, table: Table, name: string): Promise<Last> {
  const columns = [...table.columns];
  const called = (names: readonly string[], ours: string) => {
    const found = names.map((each) => columns.indexOf(each)).find((index) => index >= 0);
    if (found !== undefined) columns[found] = ours;
    return found !== undefined;
  };
  if (!called(aliases[kind], whats[kind]))
    throw new UserError(
      `${name} 里没有“${whats[kind]}”列，不知道哪一行是哪项${whats[kind]}；有：${columns.filter(Boolean).join('、')}。`,
    );
  called(progresses, progress);
  const rows: Last['rows'][number][] = [];
  for await (const { number, values, aside } of table.rows()) {
    const cells = Object.fromEntries(columns.map((column, index) => [column, textOf(values[index])]));
    const isEmpty = Object.values(cells).every((text) => text === '');
    if (!isEmpty && aside !== '重复的表头') rows.push({ number, cells });
  }
  return { columns, rows };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
