import { Command } from 'commander';
import type { Host } from '../host.ts';

/** `pingan schema`: the JSON Schema by which an editor completes and checks plans. */
export function schema(host: Host): Command {
  return new Command('schema')
    .summary('打印计划文件的 JSON Schema，供编辑器补全')
    .description(
      '打印计划文件的 JSON Schema。存成文件后，在计划第一行写：# yaml-language-server: $schema=./pingan.schema.json',
    )
    .action(async () => {
      const { planJson } = await import('../../plan/json.ts');
      host.out(`${JSON.stringify(planJson(), null, 2)}\n`);
    });
}
