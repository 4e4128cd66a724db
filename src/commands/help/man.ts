import type { Command } from 'commander';
import { version } from '../../version.ts';
import { type CommandTree, type OptionTree, treeOf } from '../completion/tree.ts';

/** The manual in the notation of man, made of the commands as they are declared. */
export function manual(program: Command): string {
  const { commands, options } = treeOf(program);
  return [
    `.TH PINGAN 1 "" "pingan ${version}" "pingan 手册"`,
    // Blanks between Han characters and words must not grow.
    '.ad l',
    '.nh',
    '.SH 名称',
    `pingan \\- ${line(program.description().replace(/^平安：/u, ''))}`,
    '.SH 用法',
    '.B pingan',
    '.I 命令',
    '[选项] [文件...]',
    '.SH 命令',
    ...commands.flatMap(commandLines),
    '.SH 通用选项',
    ...options.flatMap(optionLines),
    '.SH 退出码',
    ...codes.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, line(meaning)]),
    '.SH 环境变量',
    ...variables.flatMap(([name, meaning]) => ['.TP', `.B ${name}`, line(meaning)]),
    '.SH 文件',
    ...files.flatMap(([name, meaning]) => ['.TP', `.I ${name}`, line(meaning)]),
    '',
  ].join('\n');
}

const codes = [
  ['0', '成功'],
  ['1', '计划有错误，或查出够得上 --fail-on 的问题，或有的行没有做成'],
  ['2', '用法、配置、文件或模板不对'],
  ['70', '程序本身出错'],
] as const;

const variables = [
  ['NO_COLOR、TERM=dumb、CI', '不用颜色，不画进度'],
  ['FORCE_COLOR', '不是终端也用颜色；写 0 就不用'],
] as const;

const files = [
  ['pingan.config.yaml', '检查规则的设置，从当前目录往上找'],
  ['模板/', '计划旁边的这个目录里，是自己的模板'],
] as const;

function commandLines({ name, words, description, usage, options, arguments: all }: CommandTree): string[] {
  const also = words.length > 0 ? `也可以写 ${words.map((word) => `pingan ${word}`).join('、')}。` : '';
  return [
    `.SS pingan ${name}`,
    `.B pingan ${name}`,
    line(usage),
    '.PP',
    line(`${description}${also}`),
    ...all.flatMap((argument) => ['.TP', `.I ${line(argument.name)}`, line(argument.description)]),
    ...options.flatMap(optionLines),
  ];
}

function optionLines({ names, words, description, placeholder }: OptionTree): string[] {
  const spelt = [...names, ...words].map(line).join(', ');
  const value = placeholder === undefined ? '' : ` \\fI${line(placeholder)}\\fR`;
  return ['.TP', `\\fB${spelt}\\fR${value}`, line(description)];
}

/**
 * A line of running text: what roff would take for a command or an escape is taken from it, and it may be broken behind
 * Chinese punctuation, since roff knows no words in Chinese.
 */
function line(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^[.']/, '\\&$&')
    .replace(/[，。；：、）”](?=.)/gu, '$&\\:');
}
