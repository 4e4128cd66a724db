import path from 'node:path';
import { UserError } from '../errors.ts';
import { isFile, readBytes } from '../io/files.ts';
import type { Look } from '../page/look.ts';
import type { Terminal } from '../ui/terminal.ts';
import type { Host } from './host.ts';

/** What the sample behind --style-from looks like; it is said, for a guess can be wrong. */
export async function lookOf(
  sample: string | undefined,
  host: Host,
  terminal: Terminal,
): Promise<Look | undefined> {
  if (sample === undefined) return undefined;
  const file = path.resolve(host.cwd, sample);
  const bytes = isFile(file) ? readBytes(file) : undefined;
  if (bytes === undefined) throw new UserError(`--style-from：找不到样本“${sample}”。`);
  const { look, PackageError } = await import('../reading/docx/sample.ts');
  try {
    const learned = look(bytes);
    terminal.hint(`照 ${sample} 的样子：${said(learned)}。`);
    return learned;
  } catch (thrown) {
    if (!(thrown instanceof PackageError)) throw thrown;
    throw new UserError(`--style-from ${sample}：${thrown.message}`);
  }
}

function said({ fonts, size, title, line, bold }: Look): string {
  const points = (halves: number) => `${halves / 2}磅`;
  const headings = fonts.headings.flatMap((font, index) =>
    font ? [`${index + 1}级标题${font}${bold.includes(index + 1) ? '加粗' : ''}`] : [],
  );
  return [
    ...(fonts.title ? [`标题${fonts.title}${title ? points(title.size) : ''}`] : []),
    ...headings,
    `正文${fonts.body}${points(size)}`,
    line.rule === 'exact' ? `行距${line.pitch / 20}磅` : `行距${line.pitch / 240}倍`,
  ].join('，');
}
