import type { Command } from 'commander';
import { argument } from '../text/argument.ts';
import { nearest } from '../text/nearest.ts';
import { commandWords, mistaken, optionWords } from './words.ts';

/** A line as it was typed, with commands and options by their English names; a word that is none ends the program. */
export function inEnglish(argv: readonly string[], program: Command): string[] {
  const at = argv.findIndex((word) => !isOption(word));
  const command = at < 0 ? undefined : commandNamed(argv[at] ?? '', program);
  if (at >= 0 && command === undefined) program.error(unknownCommand(argv[at] ?? '', program));
  const options = [...(command?.options ?? []), ...program.options, { long: '--help', short: '-h' }];
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return argv.map((word, index) => {
    if (index === at) return command?.name() ?? word;
    return index < end ? optionNamed(word, options, command ?? program) : word;
  });
}

/** A command by its name, its Chinese ones included. */
export function commandNamed(typed: string, program: Command): Command | undefined {
  return program.commands.find(
    (each) => each.name() === typed || commandWords[each.name()]?.includes(typed.trim()),
  );
}

export function unknownCommand(typed: string, program: Command): string {
  if (/\.ya?ml$/i.test(typed))
    return `“${typed}”是文件，前面还要写命令：生成写 pingan gen ${argument(typed)}，检查写 pingan lint ${argument(typed)}。`;
  if (/\.(?:docx?|wps|rtf)$/i.test(typed))
    return `“${typed}”是文件，前面还要写命令：变成计划写 pingan import ${argument(typed)}。`;
  const names = program.commands.map((each) => each.name());
  const known = mistaken[typed.toLowerCase()];
  if (known !== undefined) return `没有“${typed}”这个命令，是不是“${known}”？`;
  const near = nearest(
    typed,
    names.flatMap((name) => [name, ...(commandWords[name] ?? [])]),
  );
  return `没有“${typed}”这个命令${near ? `，是不是“${near}”？` : `。可以写：${names.join('、')}。`}`;
}

/** Chinese keyboards make dashes of their own, and Word makes one of two. */
const dashes = /^[-－—–―]{1,2}(?=[^\s\d=＝.－—–―-])/;

function isOption(word: string): boolean {
  return dashes.test(word);
}

/** An option by how it is typed: with its names, its short one among them, as commander has it. */
interface Known {
  long?: string | undefined;
  short?: string | undefined;
}

function optionNamed(word: string, options: readonly Known[], command: Command): string {
  const [dash] = dashes.exec(word) ?? [];
  if (dash === undefined) return word;
  const [, name = '', value = ''] = /^(.*?)([=＝].*)?$/su.exec(word.slice(dash.length)) ?? [];
  const isPlain = /^-+$/.test(dash);
  const isEnglish = /^[\w-]+$/.test(name);
  if (isPlain && isEnglish) return word;
  const found = options.find((option) =>
    isEnglish ? option.long === `--${name}` || option.short === `-${name}` : isCalled(option, name),
  );
  if (found?.long)
    return `${found.short === `-${name}` ? found.short : found.long}${value.replace('＝', '=')}`;
  // A file may be called —甲.yaml; nobody calls one --甲 or ——甲.
  if (dash.length === 1) return word;
  const other = command.parent?.commands.find((each) =>
    each.options.some((option) => isCalled(option, name)),
  );
  if (other) return command.error(`“${command.name()}”没有“${word}”这个选项，它是“${other.name()}”的。`);
  const near = nearest(
    name,
    options.flatMap(({ long }) => optionWords[long ?? ''] ?? []),
  );
  return command.error(`没有“${word}”这个选项${near ? `，是不是“--${near}”？` : '。'}`);
}

function isCalled({ long = '' }: Known, name: string): boolean {
  return optionWords[long]?.includes(name.trim()) === true;
}
