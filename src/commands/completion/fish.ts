import type { OptionTree, Tree } from './tree.ts';
import type { Value } from './values.ts';

export function fish({ commands, options }: Tree): string {
  const all = commands.flatMap(({ name, words }) => [name, ...words]);
  const none = `not __fish_seen_subcommand_from ${all.join(' ')}`;
  const lines = commands.flatMap(({ name, words, summary, options: own, value }) => {
    const seen = `__fish_seen_subcommand_from ${[name, ...words].join(' ')}`;
    return [
      ...[name, ...words].map((each) => line(none, `-a ${each} -d ${quoted(summary)}`)),
      ...own.flatMap((option) => optionLines(seen, option)),
      ...(value.kind === 'free' ? [] : [line(seen, `-a ${offered(value)}`)]),
    ];
  });
  return `# pingan 的补全脚本，由 pingan completion fish 生成
function __pingan_files
    for each in (complete -C"__fish_command_without_completions "(commandline -ct))
        set -l name (string split \\t -- $each)[1]
        if string match -q '*/' -- $name; or test (count $argv) -eq 0
            echo $name
        else if contains -- (string replace -r '.*\\.' '' -- $name) $argv
            echo $name
        end
    end
end

complete -c pingan -f
${[...lines, ...options.flatMap((option) => optionLines('true', option))].join('\n')}
`;
}

const line = (condition: string, rest: string) => `complete -c pingan -n '${condition}' ${rest}`;

function optionLines(condition: string, { names, words, description, value }: OptionTree): string[] {
  const spelt = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const behind = value === undefined ? '' : value.kind === 'free' ? ' -x' : ` -xa ${offered(value)}`;
  return [spelt.join(' '), ...words.map((word) => `-l ${word.slice(2)}`)].map((each) =>
    line(condition, `${each}${behind} -d ${quoted(description)}`),
  );
}

function offered(value: Value): string {
  if (value.kind === 'words') return quoted(value.words.join(' '));
  if (value.kind === 'folders') return quoted('(__fish_complete_directories (commandline -ct))');
  return quoted(`(__pingan_files ${value.kind === 'files' ? value.endings.join(' ') : ''})`);
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
