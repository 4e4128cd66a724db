import path from 'node:path';
import { UserError } from '../../errors.ts';
import { readBytes } from '../../io/files.ts';
import { mended } from '../../reading/mended.ts';
import type { Printed } from '../../reading/printed.ts';
import { decode } from '../../text/encoding.ts';
import type { Host } from '../host.ts';
import type { ImportOptions } from './options.ts';

/** Files bigger than these are mistakes of the file picker. */
const largest = 200 * 1024 * 1024;
const largestText = 20 * 1024 * 1024;

/** What a foreign file prints, whatever it is. */
export async function foreign(name: string, { tracked }: ImportOptions, host: Host): Promise<Printed> {
  const bytes = name === '-' ? await host.stdin() : readBytes(path.resolve(host.cwd, name));
  if (bytes === undefined) throw new UserError(`没有 ${name} 这个文件。`);
  const shown = name === '-' ? '标准输入' : name;
  if (bytes.length > largest) throw new UserError(`${shown} 超过 200 MB，不像是公文。`);
  const ending = path.extname(name).toLowerCase();
  const isText = /^\.(?:txt|md|markdown|text)$/.test(ending);
  return mended(
    (isText ? undefined : await wordFile(shown, bytes, tracked)) ?? (await text(shown, bytes, ending)),
  );
}

/** A Word file, or one that LibreOffice makes a Word file of; undefined for a text. */
async function wordFile(
  shown: string,
  bytes: Uint8Array,
  tracked: ImportOptions['tracked'],
): Promise<Printed | undefined> {
  const { printedDocx, UnreadableFile } = await import('../../reading/word/index.ts');
  try {
    return printedDocx(bytes, { tracked });
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    const { kind } = thrown;
    if (kind === 'txt' || kind === 'html') return undefined;
    const isOld = kind === 'doc' || kind === 'rtf' || kind === 'odt' || kind === 'xml';
    const made = isOld ? (await import('../../io/office.ts')).docxOf(bytes, `.${kind}`) : undefined;
    if (made) return printedDocx(made, { tracked });
    throw new UserError(`${shown} ${thrown.message}。`);
  }
}

async function text(shown: string, bytes: Uint8Array, ending: string): Promise<Printed> {
  const decoded = decode(bytes);
  if (decoded === undefined) throw new UserError(`${shown} 不是文本，也看不出是什么文件。`);
  if (bytes.length > largestText) throw new UserError(`${shown} 超过 20 MB，不像是公文。`);
  if (decoded.text.trim() === '') throw new UserError(`${shown} 里没有文字。`);
  const { printedMarkdown, printedText } = await import('../../reading/text/printed-text.ts');
  return isMarkdown(ending, decoded.text) ? printedMarkdown(decoded.text) : printedText(decoded.text);
}

/** Headings with # tell Markdown where the name doesn't. */
function isMarkdown(ending: string, words: string): boolean {
  return /^\.(?:md|markdown)$/.test(ending) || (ending !== '.txt' && /^#{1,6} \S/m.test(words));
}
