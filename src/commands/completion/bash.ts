import { behindOptions, type Tree } from './tree.ts';
import type { Value } from './values.ts';

/** For a bare bash: nothing of the bash-completion package is needed. */
export function bash({ commands, options }: Tree): string {
  const names = commands.map(({ name }) => name).join(' ');
  const chinese = commands.flatMap(({ words }) => words).join(' ');
  const cases = commands.map(({ name, words, options: own, value }) => {
    const all = [...own, ...options];
    return `    ${[name, ...words].join('|')})
      case $before in
${behindOptions(all, offered)}      esac
      case $word in
        --[!a-z]*) _pingan_words ${all.flatMap((each) => each.words).join(' ')} ;;
        -*) _pingan_words ${all.flatMap((each) => each.names).join(' ')} ;;
        *) ${offered(value)} ;;
      esac ;;
`;
  });
  return `# pingan 的补全脚本，由 pingan completion bash 生成
_pingan_words() {
  local IFS=$' \\n'
  COMPREPLY=($(compgen -W "$*" -- "$word"))
}

_pingan_files() {
  local ending IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -d -- "$word"))
  [ $# -eq 0 ] && COMPREPLY=($(compgen -f -- "$word"))
  for ending in "$@"; do
    COMPREPLY+=($(compgen -f -X "!*.$ending" -- "$word"))
  done
}

_pingan_folders() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -d -- "$word"))
}

_pingan() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= index
  COMPREPLY=()
  # 选项=值 到了这里是三个词
  if [ "$word" = '=' ]; then word=; elif [ "$before" = '=' ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      -*) ;;
      *) command=\${COMP_WORDS[index]}; break ;;
    esac
  done
  case $command in
    '')
      case $word in
        -*) _pingan_words ${options.flatMap((each) => each.names).join(' ')} ;;
        [!a-z]*) _pingan_words ${chinese} ;;
        *) _pingan_words ${names} ;;
      esac ;;
${cases.join('')}  esac
}

complete -F _pingan pingan
`;
}

function offered(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `_pingan_words ${value.words.join(' ')}`;
    case 'files':
      return `_pingan_files ${value.endings.join(' ')}`.trimEnd();
    case 'folders':
      return '_pingan_folders';
    case 'free':
      return ':';
  }
}
