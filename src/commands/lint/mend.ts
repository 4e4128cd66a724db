import { UserError } from '../../errors.ts';
import { isRestorable } from '../../io/git.ts';
import { keptBeside, mend } from '../../io/mend.ts';
import type { Fixed } from '../../lint/fix.ts';
import { argument } from '../../text/argument.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { Input } from './inputs.ts';

interface Rim {
  dryRun: boolean;
  host: Host;
  terminal: Terminal;
}

/** How a person gets the plan back as it was: from git, where that has it, or from a copy beside it. */
export function wayBack(file: string, absolute: string, bytes: Buffer): string {
  if (isRestorable(absolute)) return `要还原，运行 git checkout -- ${argument(file)}`;
  const copy = keptBeside(absolute, '.改前', bytes);
  return `改前的存成了 ${file}${copy.slice(absolute.length)}`;
}

/** Writes a mended plan where it came from, in the encoding it had, or says why it can't be; or shows what would change. */
export async function keep(
  fixed: Fixed,
  input: Input,
  { dryRun, host, terminal }: Rim,
): Promise<string | undefined> {
  const { source, pieces, made, refused } = fixed;
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
    const { file, absolute, stored } = input;
    let back = '';
    try {
      await mend(absolute, file, pieces, stored, () => {
        back = wayBack(file, absolute, stored.bytes);
      });
    } catch (thrown) {
      if (thrown instanceof UserError) return thrown.message;
      throw thrown;
    }
    terminal.done(`已修改 ${input.file}，${made.length} 处；${back}`);
  }
  for (const { message, fix } of refused) {
    const why = fix?.notation ? '别处的错误没改，只改它读不出来' : '改了会动到别的内容';
    terminal.note(`${input.file}：有一处没有自动改，因为${why}：${message}`);
  }
  return undefined;
}
