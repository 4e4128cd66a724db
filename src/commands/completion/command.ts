import { Argument, Command } from 'commander';
import type { Host } from '../host.ts';
import { type Shell, shells } from './shells.ts';

/** `pingan completion`: what shells need to complete what is typed. */
export function completion(host: Host): Command {
  return new Command('completion')
    .summary('打印按 Tab 键补全命令、选项、文件名的脚本')
    .description('打印 shell 的补全脚本：按 Tab 键补全命令、选项、可以写的值和文件名，中文的也补。')
    .addArgument(new Argument('<shell>', shells.join('、')).choices(shells))
    .option('-o, --output <文件>', '存成文件；“-”或不写就打印出来', '-')
    .option('--force', '不是 pingan 生成的文件也覆盖')
    .addHelpText('after', help)
    .action(async (shell: Shell, options: { output: string; force?: true }, command: Command) => {
      const { run } = await import('./run.ts');
      run(shell, options, command.parent ?? command, host);
    });
}

const help = `
装上（重开终端起作用）：
  bash        pingan completion bash -o ~/.pingan.bash，再在 ~/.bashrc 里加一行 source ~/.pingan.bash
  zsh         pingan completion zsh -o ~/.pingan.zsh，再在 ~/.zshrc 里 compinit 以后加一行 source ~/.pingan.zsh
  fish        pingan completion fish -o ~/.config/fish/completions/pingan.fish
  PowerShell  pingan completion powershell -o pingan.ps1，再在 $PROFILE 里加一行 . 那个文件的路径`;
