import { Command } from 'commander';
import { formatNames } from '../../formats/names.ts';
import { assign, formatList } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { GenOptions } from './options.ts';

/** `pingan gen`: plans to documents. Ends with 1 when a plan has errors, and writes nothing for it. */
export function gen(host: Host): Command {
  return new Command('gen')
    .summary('由计划生成 Word 文件、Markdown、网页或 PDF')
    .description(
      '读取 YAML 计划，生成合乎 GB/T 9704 的 Word 文件（.docx）、Markdown（.md）、网页（.html）或 PDF（.pdf，要装有 LibreOffice）。',
    )
    .argument(
      '<计划...>',
      '计划文件，可以写几个，也可以写目录、用通配符（计划/*.yaml、{甲,乙}）；“-”表示标准输入',
    )
    .option('-o, --output <路径>', '输出到哪个文件或目录；“-”表示标准输出；不写就放在计划旁边')
    .option(
      '-f, --format <格式>',
      `输出格式：${formatNames.join('、')}；几种格式用逗号隔开；不写就看输出文件的扩展名，再不然是 docx`,
      formatList,
      [],
    )
    .option('--set <键=值>', '给变量赋值，可以写多次；支书.姓名=张三 这样的也行', assign, {})
    .option('--template <目录>', '用这个目录里的模板，里面没有的仍用自带的')
    .option('--style-from <样本>', '照一份现成的 Word 文件（.docx）的页边距、字体、字号和行距排')
    .option('--comments', '把检查发现的问题写成批注，标在 Word 文件的原文上，供审阅')
    .option(
      '--review',
      '生成送审稿：带批注，并暗记每段文字在计划里的位置，别人在 Word 里改过以后，可以用 pingan pull 收回计划',
    )
    .option('--watch', '计划或模板一改就重新生成，按 Ctrl-C 结束')
    .option('--force', '计划有错误也生成，被手工改过的输出文件也覆盖')
    .addHelpText('after', help)
    .action(async (plans: string[], options: GenOptions, command: Command) => {
      const { generate } = await import('./generate.ts');
      if (!(await generate(plans, options, host)))
        command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}

const help = `
例子：
  pingan gen 计划.yaml                         生成 计划.docx
  pingan gen 计划.yaml -f docx,md -o 输出/     两种格式，放进 输出/
  pingan gen 计划.yaml --set 村名=柳溪村       给变量赋值
  pingan gen 计划.yaml -f md -o -              打印到屏幕上
  pingan gen 计划.yaml --review -o 送审/       送审稿，放进 送审/`;
