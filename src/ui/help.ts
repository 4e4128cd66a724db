import type { Command } from 'commander';
import { printable } from '../text/printable.ts';
import { width } from '../text/width.ts';

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** What commander says in English, and how it is said here. */
const messages: [RegExp, string | ((...found: string[]) => string)][] = [
  [/error: unknown command '(.*?)'/, '没有“$1”这个命令。'],
  [/error: unknown option '(.*?)'/, '没有“$1”这个选项。'],
  [/error: missing required argument '(.*?)'/, '少了参数：$1。'],
  [/error: option '(.*?)' argument missing/, '选项“$1”后面少了值。'],
  [/error: required option '(.*?)' not specified/, '必须给出选项“$1”。'],
  [/error: option '(.*?)' argument '(.*?)' is invalid\./, '选项“$1”的值“$2”不对。'],
  [/error: command-argument value '(.*?)' is invalid for argument '(.*?)'\./, '参数“$2”的值“$1”不对。'],
  [/ ?Allowed choices are ([^.]+)\./, (_, choices) => `可以写：${choices.replaceAll(', ', '、')}。`],
  [/error: too many arguments.*/, '多了参数。'],
  [/\(Did you mean (?:one of )?(.*?)\?\)/, '是不是“$1”？'],
];

function inChinese(message: string): string {
  return messages
    .reduce((text, [english, chinese]) => text.replace(english, chinese as string), message)
    .replaceAll('。 ', '。')
    .trim();
}

/** Help and usage errors in Chinese, on the streams and with the widths that Chinese needs. */
export function chinese(program: Command, say: (text: string) => void, out: (text: string) => void): Command {
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption('-h, --help', '显示帮助')
      .configureHelp({
        helpWidth: 100,
        displayWidth: width,
        showGlobalOptions: true,
        styleTitle: (title) => titles[title] ?? title,
        subcommandTerm: (each) =>
          `${each.name()} ${each.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`)).join(' ')}`.trim(),
        styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
        optionDescription: (option) => option.description,
        argumentDescription: (argument) => argument.description,
      })
      .configureOutput({
        writeOut: out,
        writeErr: say,
        outputError: (message) => {
          if (message.trim() !== '')
            say(
              `✘ ${printable(inChinese(message))}\n运行 ${command === program ? 'pingan' : `pingan ${command.name()}`} --help 看用法。\n`,
            );
        },
      });
  }
  program.helpCommand(false);
  return program;
}
