import path from 'node:path';
import type { Command } from 'commander';
import { deliver, withContent } from '../../io/door.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import type { Shell } from './shells.ts';
import { type Tree, treeOf } from './tree.ts';
import { zsh } from './zsh.ts';

const writers: Record<Shell, (tree: Tree) => string> = { bash, zsh, fish, powershell };

interface Wanted {
  output: string;
  force?: boolean;
}

export function run(shell: Shell, { output, force = false }: Wanted, program: Command, host: Host): void {
  const script = writers[shell](treeOf(program));
  if (output === '-') {
    host.out(script);
    return;
  }
  // Windows PowerShell takes a file for GBK unless it begins with a mark.
  const bytes = Buffer.from(shell === 'powershell' ? `\uFEFF${script}` : script);
  const isOurs = withContent((content) => content.includes(`由 pingan completion ${shell} 生成`));
  const file = path.resolve(host.cwd, output);
  deliver({ file, shown: output, what: '补全脚本', isOurs, force }, bytes);
  new Terminal(host).done(`已存成 ${output}`);
}
