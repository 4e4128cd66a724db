import { Command, InvalidArgumentError } from 'commander';
import { reporters } from '../../reporters/index.ts';
import { oneOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from './options.ts';

/** `pingan lint`: what a careful head of office would find in plans. Ends with 1 when there are findings that count. */
export function lint(host: Host): Command {
  const swallowed: string[] = [];
  // `lint --fix 计划.yaml`: the word behind the option is a file, unless it is the one that the option knows.
  const extent = (value: string) => {
    if (value !== 'unsafe') swallowed.push(value);
    return value === 'unsafe' ? value : true;
  };
  return new Command('lint')
    .summary('检查计划的结构、用词、标点、数字和日期')
    .description('检查计划文件，指出哪一行哪个字有问题、怎么改；有错误时以 1 退出。')
    .argument('[文件...]', '计划文件、目录或通配符；不写就查当前目录；“-”表示标准输入')
    .option('--fix [unsafe]', '自动修改；写 --fix unsafe 连没有十分把握的也改', extent)
    .option('--fix-dry-run [unsafe]', '只显示会怎样修改，不写文件', extent)
    .option(
      '-f, --format <格式[=文件]>',
      '输出格式，可以写多次，写了 =文件 就存成文件；不写就是 pretty',
      more,
      [],
    )
    .addOption(
      oneOf('--preset <预设>', '查到什么程度', {
        essential: ['基本', '必查'],
        recommended: ['推荐'],
        strict: ['严格'],
      }),
    )
    .option('--config <文件>', '配置文件；不写就从当前目录往上找 pingan.config.yaml')
    .option('--no-config', '不用配置文件')
    .option('--no-inline-disable', '不理会文件里停用规则的注释')
    .option('--max-warnings <数目>', '警告超过这么多处就以 1 退出', count)
    .addOption(
      oneOf('--fail-on <级别>', '有哪一级的问题就以 1 退出', {
        error: ['错误'],
        warning: ['警告'],
        info: ['提示'],
        never: ['从不'],
      }),
    )
    .option('--baseline <文件>', '基线文件：记在里面的老问题不再报')
    .option('--write-baseline', '把现在的问题都记进基线文件')
    .option('--prune-baseline', '从基线文件里删去已经改好的问题')
    .option('--since <提交>', '只报 git 里从这个提交以来改过的行')
    .option('--staged', '查 git 里将要提交的内容（暂存区），不看工作目录；给提交前检查用')
    .option('--against <文件>', '与去年的计划比：照抄的段落、放松和漏掉的目标')
    .option('--stdin', '检查标准输入')
    .option('--stdin-filename <文件名>', '标准输入的内容算作哪个文件')
    .option('--allow-empty', '没有文件可查也不算错')
    .option('--explain <规则>', '解释一条规则')
    .option('--rules', '列出全部规则')
    .option('--test-rules', '拿扩展里每条规则自己的例子试它')
    .option('--print-config', '显示对这些文件起作用的设置')
    .option('--force', '-f 写到的文件不是 pingan 写的、或有人改过，也覆盖')
    .addHelpText('after', help)
    .action(async (files: string[], options: LintOptions, command: Command) => {
      const { run } = await import('./run.ts');
      if (!(await run([...swallowed, ...files], options, host)))
        command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}

const help = `
格式（-f）：
${reporters.map(({ name, title }) => `  ${name.padEnd(12)}${title}`).join('\n')}

例子：
  pingan lint 计划.yaml                        检查一份计划
  pingan lint 计划/ --fix                      检查整个目录，能改的自动改
  pingan lint 2026.yaml --against 2025.yaml    与去年的计划比
  pingan lint -f github -f sarif=结果.sarif    在 CI 里用`;

function more(value: string, before: string[]): string[] {
  return [...before, ...value.split(/[,，](?=\w+(?:[,，=]|$))/)];
}

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('应是一个数。');
  return Number(value);
}
