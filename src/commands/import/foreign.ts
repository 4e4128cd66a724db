import path from 'node:path';
import { UserError } from '../../errors.ts';
import { readBytes } from '../../io/files.ts';
import { mended } from '../../reading/mended.ts';
import type { Printed } from '../../reading/printed.ts';
import { decode } from '../../text/encoding.ts';
import { fileKind } from '../../text/file-kind.ts';
import type { Host } from '../host.ts';
import type { ImportOptions } from './options.ts';

/** Files bigger than these are mistakes of the file picker. */
const largest = 200 * 1024 * 1024;
const largestText = 20 * 1024 * 1024;

/** What a foreign file prints, whatever it is. */
export async function foreign(name: string, { tracked }: ImportOptions, host: Host): Promise<Printed> {
  const bytes = name === '-' ? await host.stdin() : readBytes(path.resolve(host.cwd, name));
  if (bytes === undefined) throw new UserError(`没有 ${name} 这个文件。`);
  return mended(await printed(name, bytes, tracked));
}

async function printed(name: string, bytes: Uint8Array, tracked: ImportOptions['tracked']): Promise<Printed> {
  const shown = name === '-' ? '标准输入' : name;
  const ending = path.extname(name).toLowerCase();
  if (bytes.length > largest) throw new UserError(`${shown} 超过 200 MB，不像是公文。`);
  if (startsWith(bytes, 'PK\x03\x04') || ending === '.docx') return await wordFile(shown, bytes, tracked);
  const decoded = fileKind(bytes) === undefined ? decode(bytes) : undefined;
  if (decoded === undefined) return await wordFile(shown, bytes, tracked);
  if (bytes.length > largestText) throw new UserError(`${shown} 超过 20 MB，不像是公文。`);
  if (decoded.text.trim() === '') throw new UserError(`${shown} 里没有文字。`);
  const { printedMarkdown, printedText } = await import('../../reading/text/printed-text.ts');
  return isMarkdown(ending, decoded.text) ? printedMarkdown(decoded.text) : printedText(decoded.text);
}

/** A Word file; what only looks like one is told by its reader. */
async function wordFile(
  shown: string,
  bytes: Uint8Array,
  tracked: ImportOptions['tracked'],
): Promise<Printed> {
  const { printedDocx, UnreadableFile } = await import('../../reading/word/index.ts');
  try {
    return printedDocx(bytes, { tracked });
  } catch (thrown) {
    throw thrown instanceof UnreadableFile ? new UserError(`${shown} ${thrown.message}。`) : thrown;
  }
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** Headings with # tell Markdown where the name doesn't. */
function isMarkdown(ending: string, text: string): boolean {
  return /^\.(?:md|markdown)$/.test(ending) || (ending !== '.txt' && /^#{1,6} \S/m.test(text));
}
