import { Command } from 'commander';
import type { Host } from '../host.ts';

/** `pingan doctor`: what of this machine stands in the way of good documents. Ends with 1 where something does. */
export function doctor(host: Host): Command {
  return new Command('doctor')
    .summary('看看这台电脑缺什么：字体、LibreOffice、终端编码、放错的文件')
    .description(
      '看看这台电脑上的 Node.js、终端编码、LibreOffice、字体，和起作用的配置、模板；写了计划，还看它用到的字哪些字体里没有。最后说要做什么。',
    )
    .argument('[计划]', '计划文件，看它要用的字体、模板；不写就看平常的')
    .action(async (plan: string | undefined, _: object, command: Command) => {
      const { run } = await import('./run.ts');
      if (!(await run(plan, host))) command.error('', { exitCode: 1, code: 'pingan.findings' });
    });
}
