import { writeText } from '../../io/files.ts';
import type { Fixed } from '../../lint/fix.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { Input } from './inputs.ts';

interface Rim {
  dryRun: boolean;
  host: Host;
  terminal: Terminal;
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
    await writeText(input.absolute, source, input.stored);
    terminal.done(`已修改 ${input.file}，${made.length} 处`);
  }
  for (const { message } of refused)
    terminal.note(`${input.file}：有一处没有自动改，因为改了会动到别的内容：${message}`);
}
