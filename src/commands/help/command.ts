import { Command } from 'commander';
import { version as own } from '../../version.ts';
import type { Host } from '../host.ts';

/** `pingan help`: the same as --help, for those who look for a command. */
export function help(host: Host): Command {
  return new Command('help')
    .summary('显示一个命令的用法')
    .description('显示一个命令的用法；不写命令就列出全部。')
    .argument('[命令]', '命令的名称，中文的也行')
    .option('--man', '打印 man 的手册页：全部命令和选项')
    .action(async (name: string | undefined, { man }: { man?: true }, command: Command) => {
      const program = command.parent ?? command;
      if (man) return host.out((await import('./man.ts')).manual(program));
      if (name === undefined) return program.help();
      const { commandNamed, unknownCommand } = await import('../typed.ts');
      const found = commandNamed(name, program);
      if (found === undefined) return program.error(unknownCommand(name, program));
      return found.help();
    });
}

/** `pingan version`: the same as --version. */
export function version(host: Host): Command {
  return new Command('version')
    .summary('显示版本')
    .description('显示版本。')
    .action(() => host.out(`${own}\n`));
}
