import type { Chance } from './chance.ts';
import { chosen, damaged, mistyped } from './damage.ts';
import { left } from './left.ts';
import { mutated, mutatedBytes } from './mutation.ts';
import { bytes, lists, short, tables } from './samples.ts';
import type { Scenario } from './scenario.ts';

const formats = ['md', 'html', 'docx', 'md,html,docx'];

export function batch(made: Scenario, chance: Chance): void {
  const [name, table] = chance.one(Object.entries(tables));
  if (chance.is(0.5)) made.files['计划.yaml'] = short;
  made.files[name] = mutated(table, chance);
  if (chance.is(0.1)) made.files[name] = bytes(mutatedBytes(Buffer.from(table), chance));
  made.args = ['batch', '计划.yaml', '--data', name, '-o', '出', '-f', chance.one(formats)];
  if (chance.is(0.4)) made.args.push('--name', mistyped('{{村名}}/{{村名}}要点', chance));
  if (chance.is(0.3)) made.args.push('--force');
  if (chance.is(0.1)) made.args.push('--archive', '全部.zip');
  made.args.push(
    ...chosen(chance, 0.15, [
      ['--report', '报告.json'],
      ['--index', chance.one(['目录.docx', '目录.md', '目录.html'])],
      ['--where', `村名=${chance.is(0.5) ? '柳溪村' : mistyped('柳溪村', chance)}`],
      ['--rows', mistyped('2-3,4', chance)],
      ['--shard', mistyped('1/2', chance)],
      ['--set', mistyped('支书.姓名=张三', chance)],
      ['--dry-run'],
      ['--review'],
      ['--include-hidden'],
    ]),
  );
}

/** Several rows of a village, and lists of another table. */
export function grouped(made: Scenario, chance: Chance): void {
  const each = (text: string) => (chance.is(0.4) ? mutated(text, chance) : text);
  made.files = {
    '计划.yaml': each(lists.plan),
    '项目.csv': each(lists.rows),
    '清单.csv': each(lists.entries),
  };
  const list = chance.is(0.8) ? '清单=清单.csv:村名' : mistyped('清单=清单.csv:村名', chance);
  made.args = ['batch', '计划.yaml', '--data', '项目.csv', '-o', '出', '-f', 'md', '--list', list];
  if (chance.is(0.8)) made.args.push('--group', chance.is(0.8) ? '村名' : mistyped('镇', chance));
  if (chance.is(0.4)) made.args.push('--force');
}

const ran = ['batch', '计划.yaml', '--data', '村.csv', '-o', '出'];

/** A second run into the folder of a first one, of whose files one was spoiled since. */
export async function again(made: Scenario, chance: Chance): Promise<void> {
  const args = [...ran, '-f', chance.one(['md', 'html', 'docx'])];
  const more = chosen(chance, 0.3, [['--report', '出/报告.json'], ['--index', '出/目录.md'], ['--review']]);
  const start = { '计划.yaml': short, '村.csv': tables['村.csv'] ?? '' };
  made.files = { ...(await left(start, [...args, ...more])) };
  const name = chance.one(Object.keys(made.files));
  made.files[name] = damaged(made.files[name] ?? '', chance);
  made.args = [...args, ...more];
  made.args.push(...chance.one([['--resume'], ['--resume'], ['--resume', '--force'], ['--force'], []]));
  if (chance.is(0.5)) made.next = [made.args];
}

/** Reports of shards that are put together. */
export async function merge(made: Scenario, chance: Chance): Promise<void> {
  const args = [...ran, '-f', 'md'];
  const start = { '计划.yaml': short, '村.csv': tables['村.csv'] ?? '' };
  made.files = {
    ...(await left(
      start,
      [...args, '--shard', '1/2', '--report', '一.json'],
      [...args, '--shard', '2/2', '--report', '二.json'],
    )),
  };
  for (const name of ['一.json', '二.json'])
    if (chance.is(0.6)) made.files[name] = damaged(made.files[name] ?? '', chance);
  made.args = [
    'batch',
    '--merge',
    ...chance.one([['一.json', '二.json'], ['*.json'], ['一.json', '一.json']]),
    '--report',
    chance.one(['全.json', '一.json', '计划.yaml']),
  ];
}
