import { Command, CommanderError } from 'commander';
import { batch } from './commands/batch/command.ts';
import { gen } from './commands/gen/command.ts';
import type { Host } from './commands/host.ts';
import { importing } from './commands/import/command.ts';
import { lint } from './commands/lint/command.ts';
import { schema } from './commands/schema/command.ts';
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
    .version(version, '-V, --version', '显示版本')
    .addCommand(gen(host))
    .addCommand(batch(host))
    .addCommand(importing(host))
    .addCommand(lint(host))
    .addCommand(schema(host))
    .addCommand(template(host));
}

/** Exit codes: 0 fine, 1 findings, 2 usage or files, 70 a bug of ours (EX_SOFTWARE). */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  const program = chinese(programIn(host), host.say, host.out);
  begin();
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (thrown) {
    return await exitCode(thrown, host);
  }
}

async function exitCode(thrown: unknown, host: Host): Promise<number> {
  if (thrown instanceof CommanderError)
    return thrown.code === 'pingan.findings' ? 1 : thrown.exitCode === 0 ? 0 : 2;
  if (thrown instanceof FaultyFile) {
    const { file, source, problems } = thrown.about;
    const { Terminal } = await import('./ui/terminal.ts');
    new Terminal(host.say, host.colour).problems(file, source, problems);
  }
  if (thrown instanceof UserError) {
    host.say(`✘ ${printable(thrown.message)}\n`);
    return 2;
  }
  host.say(`✘ ${crashed(thrown)}\n`);
  return 70;
}
