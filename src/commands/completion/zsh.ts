import { behindOptions, type OptionTree, type Tree } from './tree.ts';
import type { Value } from './values.ts';

/** Read by `source` behind compinit, or as a file _pingan in $fpath. */
export function zsh({ commands, options }: Tree): string {
  const cases = commands.map(({ name, words, options: own, value }) => {
    const all = [...own, ...options];
    return `    ${[name, ...words].join('|')})
      case $before in
${behindOptions(all, offered)}      esac
      case $word in
        --[^a-z]*) compadd -- ${all.flatMap((each) => each.words).join(' ')} ;;
        -*) _pingan_described -o ${all.flatMap(described).join(' ')} ;;
        *) ${offered(value)} ;;
      esac ;;
`;
  });
  return `#compdef pingan
# pingan 的补全脚本，由 pingan completion zsh 生成
_pingan_described() {
  local -a options entries
  [[ $1 = -o ]] && { options=(-o); shift; }
  entries=("$@")
  _describe $options pingan entries
}

_pingan() {
  local word=\${words[CURRENT]} before=\${words[CURRENT-1]} command= each
  if [[ $word = -*=* ]]; then before=\${word%%=*}; word=\${word#*=}; compset -P '*='; fi
  for each in "\${(@)words[2,CURRENT-1]}"; do
    if [[ $each != -* ]]; then command=$each; break; fi
  done
  case $command in
    '')
      case $word in
        -*) _pingan_described -o ${options.flatMap(described).join(' ')} ;;
        [^a-z]*) compadd -- ${commands.flatMap(({ words }) => words).join(' ')} ;;
        *) _pingan_described ${commands.map(({ name, summary }) => quoted(`${name}:${summary}`)).join(' ')} ;;
      esac ;;
${cases.join('')}  esac
}

if [[ $zsh_eval_context[-1] = loadautofunc ]]; then _pingan "$@"; else compdef _pingan pingan; fi
`;
}

function described({ names, description }: OptionTree): string[] {
  return names.map((name) => quoted(`${name}:${description.replaceAll(':', '\\:')}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function offered(value: Value): string {
  switch (value.kind) {
    case 'words':
      return `compadd -- ${value.words.join(' ')}`;
    case 'files':
      return value.endings.length > 0 ? `_files -g '*.(${value.endings.join('|')})'` : '_files';
    case 'folders':
      return '_files -/';
    case 'free':
      return ':';
  }
}
