import { Command } from 'commander';
import type { Host } from '../host.ts';

/** `pingan schema`: the JSON Schema by which an editor completes and checks plans. */
export function schema(host: Host): Command {
  return new Command('schema')
    .summary('打印计划文件的 JSON Schema，供编辑器补全')
    .description(
      '打印计划文件的 JSON Schema。存成文件后，在计划第一行写：# yaml-language-server: $schema=./pingan.schema.json',
    )
    .option('-o, --output <文件>', '存成文件，如 pingan.schema.json；“-”或不写就打印出来')
    .option('--force', '不是 pingan 生成的文件也覆盖')
    .action(async (options: { output?: string; force?: boolean }) => {
      const { run } = await import('./run.ts');
      run(options, host);
    });
}
