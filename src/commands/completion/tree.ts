import type { Command, Option } from 'commander';
import { commandWords, optionWords } from '../words.ts';
import { type Value, values } from './values.ts';

export interface OptionTree {
  /** -o and --output. */
  names: readonly string[];
  /** Its Chinese names: --输出. */
  words: readonly string[];
  description: string;
  /** What stands behind it, if anything does, and what that is called. */
  value?: Value;
  placeholder?: string;
}

export interface CommandTree {
  name: string;
  words: readonly string[];
  summary: string;
  description: string;
  usage: string;
  options: readonly OptionTree[];
  arguments: readonly { name: string; description: string }[];
  /** What its arguments are. */
  value: Value;
}

/** The program as its commands are declared; the script of every shell and the manual are made of it. */
export interface Tree {
  commands: readonly CommandTree[];
  /** What every command takes. */
  options: readonly OptionTree[];
}

const free: Value = { kind: 'free' };

export function treeOf(program: Command): Tree {
  return {
    commands: program.commands.map((command) => ({
      name: command.name(),
      words: commandWords[command.name()] ?? [],
      summary: command.summary(),
      description: command.description(),
      usage: command.usage().replace('[options]', '[选项]'),
      options: command.options.map((option) => optionTree(option, command.name())),
      arguments: command.registeredArguments.map((argument) => ({
        name: argument.name(),
        description: argument.description,
      })),
      value: argumentsOf(command, program),
    })),
    options: [
      ...program.options.map((option) => optionTree(option, '')),
      { names: ['-h', '--help'], words: words('--help'), description: '显示帮助' },
    ],
  };
}

function argumentsOf(command: Command, program: Command): Value {
  const choices = command.registeredArguments[0]?.argChoices;
  if (choices) return { kind: 'words', words: choices };
  if (command.name() === 'help') return { kind: 'words', words: program.commands.map((each) => each.name()) };
  return values[command.name()]?.() ?? free;
}

function optionTree(option: Option, command: string): OptionTree {
  const { short, long = '', description, argChoices } = option;
  const placeholder = /[<[]([^<[\]>]*)/u.exec(option.flags)?.[1]?.replace(/\.{3}$/, '');
  const listed: Value | undefined = argChoices && { kind: 'words', words: argChoices };
  return {
    names: [...(short ? [short] : []), long],
    words: words(long),
    description,
    ...(placeholder !== undefined && {
      placeholder,
      value: listed ?? values[`${command} ${long}`]?.() ?? free,
    }),
  };
}

function words(long: string): string[] {
  return (optionWords[long] ?? []).map((word) => `--${word}`);
}

/** For bash and zsh alike: what is offered behind each option that takes a value, a case a line. */
export function behindOptions(
  options: readonly OptionTree[],
  offered: (value: NonNullable<OptionTree['value']>) => string,
): string {
  return options
    .flatMap(({ names, words, value }) =>
      value ? [`        ${[...names, ...words].join('|')}) ${offered(value)}; return ;;\n`] : [],
    )
    .join('');
}
