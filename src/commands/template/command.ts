import { Command } from 'commander';
import type { Host } from '../host.ts';
import type { TemplateOptions } from './options.ts';

/** `pingan template`: copies a shipped template out beside a plan, to be changed there. */
export function template(host: Host): Command {
  return new Command('template')
    .summary('列出自带的模板，把要改的复制到计划旁边')
    .description(
      '不写名称就列出自带的模板；写了就把它复制到计划旁边的“模板/”里，改复制出来的那一份。已经有的不覆盖。',
    )
    .argument('[名称...]', '片段或文种的名称，如 领导小组、通知')
    .option('--for <计划>', '放在哪份计划旁边；不写就放在当前目录')
    .addHelpText('after', help)
    .action(async (names: string[], options: TemplateOptions) => {
      const { run } = await import('./run.ts');
      run(names, options, host);
    });
}

const help = `
例子：
  pingan template                          有哪些模板
  pingan template 领导小组                  复制到 模板/partials/领导小组.hbs，用记事本改
  pingan template 通知 --for 计划/甲.yaml   复制到 计划/模板/通知/document.hbs`;
