import { readBytes, write, writeText } from '../../io/files.ts';
import { isRestorable } from '../../io/git.ts';
import type { Fixed } from '../../lint/rewrite.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { Input } from './inputs.ts';

interface Rim {
  dryRun: boolean;
  host: Host;
  terminal: Terminal;
}

/** How a person gets the plan back as it was: from git, where that has it, or from a copy beside it. */
function wayBack({ file, absolute }: Input): string {
  if (isRestorable(absolute)) return `要还原，运行 git checkout -- ${file}`;
  write(`${absolute}.改前`, readBytes(absolute) ?? new Uint8Array());
  return `改前的存成了 ${file}.改前`;
}

/** Writes a mended plan where it came from, in the encoding it had; or shows what would change. */
export async function keep(fixed: Fixed, input: Input, { dryRun, host, terminal }: Rim): Promise<void> {
  const { source, made, refused } = fixed;
  if (dryRun) {
    if (source !== input.source) {
      const { createTwoFilesPatch } = await import('diff');
      host.out(
        createTwoFilesPatch(input.file, input.file, input.source, source, '原来', '改后').replace(
          /^=+\n/,
          '',
        ),
      );
    }
  } else if (input.stored === undefined) host.out(source);
  else if (source !== input.source) {
    const back = wayBack(input);
    await writeText(input.absolute, source, input.stored);
    terminal.done(`已修改 ${input.file}，${made.length} 处；${back}`);
  }
  for (const { message, fix } of refused) {
    const why = fix?.notation ? '别处的错误没改，只改它读不出来' : '改了会动到别的内容';
    terminal.note(`${input.file}：有一处没有自动改，因为${why}：${message}`);
  }
}
