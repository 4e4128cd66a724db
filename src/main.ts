import { Command, CommanderError } from 'commander';
import { batch } from './commands/batch/command.ts';
import { completion } from './commands/completion/command.ts';
import { doctor } from './commands/doctor/command.ts';
import { gen } from './commands/gen/command.ts';
import { help, version as showingVersion } from './commands/help/command.ts';
import type { Host } from './commands/host.ts';
import { importing } from './commands/import/command.ts';
import { init } from './commands/init/command.ts';
import { lint } from './commands/lint/command.ts';
import { lsp } from './commands/lsp/command.ts';
import { open } from './commands/open/command.ts';
import { pull } from './commands/pull/command.ts';
import { schema } from './commands/schema/command.ts';
import { table } from './commands/table/command.ts';
import { tasks } from './commands/tasks/command.ts';
import { template } from './commands/template/command.ts';
import { crashed, FaultyFile, UserError } from './errors.ts';
import { begin } from './io/sources.ts';
import { printable } from './text/printable.ts';
import { chinese } from './ui/help.ts';
import { version } from './version.ts';

/** The commands, to be run in a world. */
export function programIn(host: Host): Command {
  return new Command('pingan')
    .description('平安：把 YAML 写的工作要点变成合乎 GB/T 9704 的 Word 文件和 Markdown')
    .version(version, '-v, --version', '显示版本')
    .option('-q, --quiet', '只说错误，做好了什么不说')
    .option('--verbose', '说详细些：读了哪些文件，用了多少时间，错误出在程序的哪里')
    .addHelpText('after', '\n命令和选项也可以写中文：pingan 生成 计划.yaml --输出 目录/。')
    .addCommand(init(host))
    .addCommand(gen(host))
    .addCommand(batch(host))
    .addCommand(importing(host))
    .addCommand(pull(host))
    .addCommand(lint(host))
    .addCommand(open(host))
    .addCommand(table(host))
    .addCommand(tasks(host))
    .addCommand(schema(host))
    .addCommand(lsp(host))
    .addCommand(template(host))
    .addCommand(doctor(host))
    .addCommand(completion(host))
    .addCommand(help(host))
    .addCommand(showingVersion(host));
}

/** Exit codes: 0 fine, 1 findings, 2 usage or files, 70 a bug of ours (EX_SOFTWARE). */
export async function main(argv: readonly string[], around: Host): Promise<number> {
  const host = { ...around };
  const program = chinese(programIn(host), host.say, host.out);
  const began = Date.now();
  begin();
  program.hook('preAction', () => {
    if (program.opts()['quiet']) Object.assign(host, { quiet: true, watched: false });
  });
  try {
    await program.parseAsync(await english(argv, program), { from: 'user' });
    return 0;
  } catch (thrown) {
    const { verbose } = program.opts();
    if (verbose && thrown instanceof UserError) host.say(`${thrown.stack}\n`);
    return await exitCode(thrown, host);
  } finally {
    if (program.opts()['verbose']) await tell(host, Date.now() - began);
  }
}

/** Most lines have no Chinese but names of files, and need no dictionary. */
async function english(argv: readonly string[], program: Command): Promise<readonly string[]> {
  const [first = '-'] = argv;
  const isKnown = program.commands.some((command) => command.name() === first);
  if ((isKnown || /^-/.test(first)) && !argv.some((word) => /^(?:[－—–―]|--?[^\w-])/.test(word))) return argv;
  return (await import('./commands/typed.ts')).inEnglish(argv, program);
}

async function tell(host: Host, time: number): Promise<void> {
  const { told } = await import('./commands/told.ts');
  host.say(printable(told(host.cwd, time)));
}

async function exitCode(thrown: unknown, host: Host): Promise<number> {
  if (thrown instanceof CommanderError)
    return thrown.code === 'pingan.findings' ? 1 : thrown.exitCode === 0 ? 0 : 2;
  if (thrown instanceof FaultyFile) {
    const { file, source, problems } = thrown.about;
    const { Terminal } = await import('./ui/terminal.ts');
    new Terminal(host).problems(file, source, problems);
  }
  if (thrown instanceof UserError) {
    host.say(`✘ ${printable(thrown.message)}\n`);
    return 2;
  }
  host.say(`✘ ${crashed(thrown)}\n`);
  return 70;
}
