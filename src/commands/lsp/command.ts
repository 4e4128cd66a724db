import { Command } from 'commander';
import type { Host } from '../host.ts';

/** `pingan lsp`: a language server for editors. */
export function lsp(host: Host): Command {
  return (
    new Command('lsp')
      .summary('给编辑器用：边写边检查、补全（语言服务器）')
      .description(
        '在标准输入、标准输出上按 LSP 与编辑器对话：边写边检查，自动改，补全键和文种，说明键的意思，列出各级标题，给变量改名。由编辑器启动，设置见 docs/editors.md。',
      )
      // Many editors start every server with it.
      .option('--stdio', '经标准输入、标准输出对话（本来就是）')
      .action(async (_options: object, command: Command) => {
        const { run } = await import('./run.ts');
        if (!(await run(host))) command.error('', { exitCode: 1, code: 'pingan.findings' });
      })
  );
}
