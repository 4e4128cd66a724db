import { Command } from 'commander';
import type { Host } from '../host.ts';
import type { OpenOptions } from './options.ts';

/** `pingan open`: the desk in the browser, with a folder behind it. */
export function open(host: Host): Command {
  return new Command('open')
    .summary('在浏览器里写计划，边写边看版面')
    .description(
      '在浏览器里打开写字台：左边写，右边看版面，文件直接存在文件夹里。只有这台电脑打得开，什么也不发到别处；页面都关了一分钟，或按 Ctrl-C，就结束。',
    )
    .argument('[计划或文件夹]', '打开哪份计划、哪份 Word 文件（变成计划）或哪个文件夹；不写就是当前目录')
    .option('--no-browser', '不打开浏览器，只印网址')
    .option('-o, --output <文件>', '不打开，把网页存成一个文件：不装程序也能用，可以发给同事；“-”打印出来')
    .option('--force', '不是 pingan 生成的文件也覆盖')
    .addHelpText('after', help)
    .action(async (what: string | undefined, options: OpenOptions) => {
      if (options.output !== undefined)
        return (await import('./page-file.ts')).pageFile(what, options.output, options.force ?? false, host);
      const { run } = await import('./run.ts');
      await run(what, options, host);
    });
}

const help = `
例子：
  pingan open                  打开当前目录
  pingan open 计划.yaml        打开一份计划
  pingan open 各村/            打开一个文件夹
  pingan open -o pingan.html   网页存成文件，双击就能用`;
