import { Command } from 'commander';
import { assign } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { TasksOptions } from './options.ts';

/** `pingan tasks`: the tasks and goals of a plan as a workbook to follow them up. */
export function tasks(host: Host): Command {
  return new Command('tasks')
    .summary('由计划生成任务台账（Excel），供督查')
    .description(
      '把计划里的任务（任务清单里的那些）和工作目标写成 Excel 台账：一项一行，牵头、配合、完成时限（真正的日期），留一列填进展。',
    )
    .argument('<计划>', '计划文件；“-”表示标准输入')
    .option('-o, --output <文件>', '存成哪个 .xlsx 文件', '台账.xlsx')
    .option('--against <上期台账>', '上一期的台账（.xlsx）：填过的进展照任务带过来，没有对上的另存一张表')
    .option('--set <键=值>', '给变量赋值，可以写多次', assign, {})
    .option('--template <目录>', '用这个目录里的模板，里面没有的仍用自带的')
    .option('--force', '后来有人改过的、不是 pingan 生成的文件也覆盖')
    .addHelpText('after', help)
    .action(async (plan: string, options: TasksOptions, command: Command) => {
      const { run } = await import('./run.ts');
      if (!(await run(plan, options, host))) command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}

const help = `
例子：
  pingan tasks 计划.yaml -o 三月台账.xlsx                              生成台账
  pingan tasks 计划.yaml --against 三月台账.xlsx -o 四月台账.xlsx      计划改了，进展带过来`;
