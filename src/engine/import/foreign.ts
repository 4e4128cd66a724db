import { UserError } from '../../errors.ts';
import { mended } from '../../reading/mended.ts';
import type { Printed } from '../../reading/printed.ts';
import { UnreadableFile } from '../../reading/unreadable.ts';
import { decode } from '../../text/encoding.ts';

/** A text bigger than this is a mistake of the file picker. */
const largestText = 20 * 1024 * 1024;

/** A file that somebody wrote, or what was pasted. */
export interface Foreign {
  /** As it is called in messages. */
  shown: string;
  /** With its dot, in small letters; empty where there is none. */
  ending: string;
  bytes: Uint8Array;
  /** Word's revisions: as if accepted, or never made. */
  tracked: 'accepted' | 'original';
  /** Makes a Word file of an older one, where there is a program for it. */
  docxOf?(bytes: Uint8Array, ending: string): Promise<Uint8Array | undefined>;
}

/** What a foreign file prints, whatever it is. */
export async function printedOf(file: Foreign): Promise<Printed> {
  const { shown, ending } = file;
  if (/^\.ya?ml$/.test(ending)) throw new UserError(`${shown} 已经是计划（或别的 YAML 文件），用不着导入。`);
  const isText = /^\.(?:txt|md|markdown|text|html?)$/.test(ending);
  try {
    const word = isText ? undefined : await wordFile(file);
    return mended(word ?? (await text(file)));
  } catch (thrown) {
    throw thrown instanceof UnreadableFile ? new UserError(`${shown} ${thrown.message}。`) : thrown;
  }
}

/** A Word file, or one that a program makes a Word file of; undefined for a text. */
async function wordFile({ bytes, tracked, docxOf }: Foreign): Promise<Printed | undefined> {
  try {
    return await printedWord(bytes, tracked);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    const { kind } = thrown;
    if (kind === 'txt' || kind === 'html' || kind === 'mht') return undefined;
    const isOld = kind === 'doc' || kind === 'rtf' || kind === 'odt' || kind === 'xml';
    const made = isOld ? await docxOf?.(bytes, `.${kind}`) : undefined;
    if (made) return printedWord(made, tracked);
    throw thrown;
  }
}

/** A Word file; few have web pages or texts in them, so what reads these is loaded when one is found. */
async function printedWord(bytes: Uint8Array, tracked: Foreign['tracked']): Promise<Printed> {
  const { EmbeddedText, printedDocx } = await import('../../reading/word/index.ts');
  try {
    return printedDocx(bytes, { tracked });
  } catch (thrown) {
    if (!(thrown instanceof EmbeddedText)) throw thrown;
    const { printedHtml } = await import('../../reading/html/index.ts');
    const { printedText } = await import('../../reading/text/printed-text.ts');
    const text = (words: string) => (page.test(words) ? printedHtml(words) : printedText(words));
    return printedDocx(bytes, { tracked, text });
  }
}

const page = /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body|meta|div|p|table|span|h[1-6])\b/i;

async function text({ shown, bytes, ending }: Foreign): Promise<Printed> {
  const saved = (await import('../../reading/html/mhtml.ts')).htmlOf(bytes);
  const words = saved ?? decode(bytes)?.text;
  if (words === undefined) throw new UserError(`${shown} 不是文本，也看不出是什么文件。`);
  if (bytes.length > largestText) throw new UserError(`${shown} 超过 20 MB，不像是公文。`);
  if (words.trim() === '') throw new UserError(`${shown} 里没有文字。`);
  if (saved !== undefined || /^\.html?$/.test(ending) || page.test(words))
    return (await import('../../reading/html/index.ts')).printedHtml(words);
  const { printedMarkdown, printedText } = await import('../../reading/text/printed-text.ts');
  return isMarkdown(ending, words) ? printedMarkdown(words) : printedText(words);
}

/** Headings with # tell Markdown where the name doesn't. */
function isMarkdown(ending: string, words: string): boolean {
  return /^\.(?:md|markdown)$/.test(ending) || (ending !== '.txt' && /^#{1,6} \S/m.test(words));
}
