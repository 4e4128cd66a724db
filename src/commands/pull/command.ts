import { Command } from 'commander';
import { assign } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { PullOptions } from './options.ts';

/** `pingan pull`: what others changed in a Word file returns to its plan. Ends with 1 when some of it can only be listed. */
export function pull(host: Host): Command {
  return new Command('pull')
    .summary('把别人在 Word 里改过的收回计划')
    .description(
      '读取改过的 Word 文件，与计划现在生成的逐段对照，列出改了哪些字、增删移动了哪些段落，各在计划的哪一行；加上 --write 才写进计划。写之前用改后的计划重新生成一遍，与改过的文件不一样的不写，只列出来。',
    )
    .argument('<文件...>', '改过的 Word 文件（.docx），和它的计划；不写计划，就照文件里记的名字在旁边找')
    .option('--write', '把能收回的写进计划，批注写成注释')
    .option('--patch', '只印出计划要怎样改（统一差异格式），不写')
    .option('--json', '以 JSON 印出，给程序用')
    .option('--report', '几份文件一行一份：各改了几处，能收回几处；不写计划')
    .option('--author <姓名>', '只收这一位的修订和批注，别人的修订当作没有')
    .option('--set <键=值>', '生成时给过变量的，照样再给，可以写多次', assign, {})
    .option('--data <文件>', '成批生成的，给当时的数据表，取这一份的那一行')
    .option('--sheet <工作表>', 'Excel 里的哪张工作表')
    .option('--where <列=值>', '表里的哪一行，可以写多次；不写就看哪一行的名字在文件名里', assign, {})
    .option('--template <目录>', '生成时用过自己的模板目录的，照样再给')
    .addHelpText('after', help)
    .action(async (files: string[], options: PullOptions, command: Command) => {
      const { run } = await import('./run.ts');
      if (!(await run(files, options, host))) command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}

const help = `
例子：
  pingan gen 计划.yaml --review -o 送审/                   生成送审稿，发出去
  pingan pull 改过.docx                                    看改了哪些，各在计划哪一行
  pingan pull 改过.docx 计划.yaml --write                  写进计划
  pingan pull 改过.docx --author 张三 --write              只收张三的修订
  pingan pull 各村/*.docx 计划.yaml --data 各村.xlsx --report     各村改了几处，一行一份`;
