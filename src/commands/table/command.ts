import { Command } from 'commander';
import { assign } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { TableOptions } from './options.ts';

/** `pingan table`: the empty Excel table that a plan needs for `pingan batch`. */
export function table(host: Host): Command {
  return new Command('table')
    .summary('由计划生成要填的空表（Excel），填好给 batch 用')
    .description(
      '读取一个计划，生成它要的 Excel 空表：一列一个变量，照用到的先后；填好以后给 pingan batch --data 用。',
    )
    .argument('<计划>', '计划文件；“-”表示标准输入')
    .option('-o, --output <文件>', '存成哪个 .xlsx 文件', '村表.xlsx')
    .option('--set <键=值>', '这个变量各村都一样，不要列，可以写多次', assign, {})
    .option('--force', '后来有人改过的、不是 pingan 生成的文件也覆盖')
    .addHelpText('after', help)
    .action(async (plan: string, options: TableOptions, command: Command) => {
      const { run } = await import('./run.ts');
      if (!(await run(plan, options, host))) command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}

const help = `
例子：
  pingan table 计划.yaml -o 村表.xlsx                  生成空表
  pingan batch 计划.yaml --data 村表.xlsx -o 输出/     填好以后，一行生成一份`;
