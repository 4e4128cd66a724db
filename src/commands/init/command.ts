import { Command, InvalidArgumentError } from 'commander';
import type { Host } from '../host.ts';
import { type CI, ciNames, type InitOptions } from './options.ts';

/** `pingan init`: a plan to begin with, and what goes with it. */
export function init(host: Host): Command {
  return new Command('init')
    .summary('写一份写满的计划，照着改成自己的')
    .description(
      '写一份写满的计划和编辑器用的 JSON Schema；要的话，还有各村的表、检查的配置、CI 的设置。在终端里运行会问几个问题，写了 --yes 或不在终端里就不问。已经有的文件不覆盖。',
    )
    .argument('[文件]', '计划写到哪个文件或目录，不写就是 计划.yaml', '计划.yaml')
    .option('--kind <文种>', '文种，如 工作要点、工作方案、通知；不写就是工作要点')
    .option('--unit <单位>', '单位，如 柳溪村村民委员会')
    .option('--title <标题>', '标题；不写就由单位、年度和文种拼成')
    .option('--year <年>', '年度，如 2026', year)
    .option('--table', '另写一张 村表.csv，一个村一行；计划里用 {{村名}}，给 pingan batch 用')
    .option('--config', '另写检查的配置 pingan.config.yaml')
    .option('--ci <哪一种>', `另写 CI 的设置：${ciNames.join('、')}，可以写多次`, ci, [])
    .option('-y, --yes', '不问，没有写明的照平常的')
    .addHelpText('after', help)
    .action(async (file: string, options: InitOptions) => {
      const { run } = await import('./run.ts');
      await run(file, options, host);
    });
}

const help = `
例子：
  pingan init                                                  问几个问题，写 计划.yaml
  pingan init 通知.yaml --kind 通知 --unit 平安镇人民政府 -y   不问
  pingan init 平安创建/ --table --config -y                    一个目录，有各村的表和检查的配置`;

function year(value: string): number {
  if (!/^(?:19|20|21)\d\d年?$/.test(value)) throw new InvalidArgumentError('应是四位的年份，如 2026。');
  return Number.parseInt(value, 10);
}

function ci(value: string, before: CI[]): CI[] {
  const wanted = value.split(/[,，]/).map((each) => {
    const found = ciNames.find((name) => name === each.trim().toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(`可以写：${ciNames.join('、')}。`);
    return found;
  });
  return [...new Set([...before, ...wanted])];
}
