import { Command, InvalidArgumentError, Option } from 'commander';
import { formatNames } from '../../formats/names.ts';
import { assign, formatList } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { BatchOptions } from './options.ts';

/** `pingan batch`: one plan and a table to a document for each row. Ends with 1 when a row failed. */
export function batch(host: Host): Command {
  return new Command('batch')
    .summary('一个计划、一张表，每行生成一份文件')
    .description('读取一个 YAML 计划和一张表，表里每一行生成一份文件；表头就是计划里的变量名。')
    .argument('[计划]', '计划文件')
    .option('--data <文件>', '数据：.csv、.xlsx、.json、.jsonl、.yaml；“-”表示标准输入')
    .option('--sheet <工作表>', 'Excel 里的哪张工作表，写名称或序号；不写就是第一张有数据的')
    .option('-o, --output <目录>', '输出到哪个目录', '输出')
    .option('--name <样式>', "文件名的样式，如 '{{镇}}/{{村名}}工作要点'；不写就是第一列加计划的文件名")
    .option(
      '-f, --format <格式>',
      `输出格式：${formatNames.join('、')}；几种格式用逗号隔开；不写就是 docx`,
      formatList,
      [],
    )
    .option('--set <键=值>', '给变量赋值，可以写多次；表里有同名的列，以表为准', assign, {})
    .option('--where <列=值>', '只做这一列是这个值的行，可以写多次', assign, {})
    .option('--rows <行号>', '只做这些行，如 2-31,40；单独写的一行，是合计、说明也做')
    .option('--group <列>', '这一列相同的几行做成一份，各行在计划里叫“各行”')
    .option(
      '--list <工作表>',
      '另一张工作表（或另一个文件）里同一个村的各行，在计划里是一个列表，可以写多次；如 项目清单、项目清单:村名、项目=项目.csv',
      collected,
      [],
    )
    .option('--include-hidden', 'Excel 里隐藏的、筛选掉的行和列也要')
    .option('--dry-run', '只看不做：列出会生成哪些文件，哪些行不做、为什么')
    .option('--template <目录>', '用这个目录里的模板，里面没有的仍用自带的')
    .option('--style-from <样本>', '照一份现成的 Word 文件（.docx）的页边距、字体、字号和行距排')
    .option('--review', '每行生成一份送审稿：带批注，并暗记各段文字，各村改过以后用 pingan pull 收回')
    .option('-j, --jobs <数>', '几个线程同时做；不写就看处理器有几个核', whole)
    .option('--resume', '接着做：没有变的行跳过，手工改过的文件保留')
    .option('--shard <第几份/共几份>', '只做一份，如 2/8；auto 由 Slurm、Kubernetes 等调度系统定')
    .option('--archive <文件>', '不写成许多文件，写成一个 .zip')
    .option('--report <文件>', '把结果写成 JSON 报告')
    .option('--index <文件>', '另外生成一份目录，如 目录.docx')
    .addOption(several('--merge <报告...>', '把各份的报告并成一份，写到 --report'))
    .option('--force', '检查查出错误也生成，手工改过的、不是 pingan 生成的输出文件也覆盖')
    .addHelpText('after', help)
    .action(
      async (plan: string | undefined, options: BatchOptions & { merge?: string[] }, command: Command) => {
        const good =
          options.merge === undefined
            ? await (await import('./run.ts')).batchRun(plan, options, host)
            : (await import('./merge.ts')).batchMerge(options.merge, options, host);
        if (!good) command.error('', { exitCode: 1, code: 'pingan.findings' });
      },
    );
}

/** Commander takes <…...> for several only behind a Latin letter. */
function several(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.variadic = true;
  return option;
}

const help = `
例子：
  pingan batch 计划.yaml --data 各村.xlsx -o 输出/
  pingan batch 计划.yaml --data 各村.csv -o 输出/ --name '{{镇}}/{{村名}}工作要点'
  pingan batch 计划.yaml --data 各村.xlsx -o 输出/ --resume      改了表以后，只重做变了的
  pingan batch 计划.yaml --data 各村.xlsx --archive 全部.zip     装进一个压缩包
  pingan batch 计划.yaml --data 各村.xlsx --review -o 送审/      各村一份送审稿`;

function collected(value: string, before: string[]): string[] {
  return [...before, value];
}

function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('应是 1 到 64 的整数。');
  return number;
}
