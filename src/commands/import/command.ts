import { Command, Option } from 'commander';
import type { Host } from '../host.ts';
import type { ImportOptions } from './options.ts';

/** `pingan import`: what others wrote becomes plans. Ends with 1 when some files couldn't be imported. */
export function importing(host: Host): Command {
  return new Command('import')
    .summary('把旧的 Word 文件、Markdown、网页或文本变成计划')
    .description(
      '读取 Word 文件（.docx）、Markdown（.md）、网页（.html、.mht）或文本（.txt），认出标题、各级序号、主送、落款、附件等，写成 YAML 计划。认不准的留作正文，一个字也不丢。',
    )
    .argument('<文件...>', '要导入的文件，可以写几个，也可以用通配符（旧文件/*.docx）；“-”表示标准输入')
    .option('-o, --output <路径>', '写到哪个计划文件或目录；不写就打印出来')
    .addOption(new Option('--outline <格式>', '只打印认出的各级标题，供程序用').choices(['json']))
    .option('--next-year', '把标题、年度、期限和日期里的年份改成下一年，改了哪里都写成注释')
    .option(
      '--variables <变量>',
      '把这些值换成变量：村名=柳溪村,户数=511；或给一个表（村表.xlsx），用文中提到的那一行',
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option('--against <计划>', '与另一份计划比，看改了什么')
    .addOption(
      new Option('--tracked <哪一种>', 'Word 的修订：accepted 算作已接受，original 算作没有改过')
        .choices(['accepted', 'original'])
        .default('accepted'),
    )
    .option('--force', '计划文件已经有了也覆盖')
    .addHelpText('after', help)
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      const { run } = await import('./run.ts');
      if (!(await run(files, options, host))) command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}

const help = `
例子：
  pingan import 旧.docx -o 计划.yaml                 变成计划
  pingan import 旧.docx --next-year -o 计划.yaml     年份改成下一年
  pingan import 旧文件/*.docx -o 计划/               一次许多个
  pingan import 旧.docx --variables 村名=柳溪村,户数=511 -o 计划.yaml
  pingan import - < 粘贴.txt                         标准输入，打印出来`;
