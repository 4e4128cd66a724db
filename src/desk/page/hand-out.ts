import type { Text } from '../worker/look.ts';
import type { Engine } from './engine.ts';
import { notice } from './notice.ts';
import { printed } from './print.ts';

export type Kind = 'docx' | 'review' | 'print' | 'md' | 'plan';

interface Bench {
  readonly text: Text;
  readonly name: string;
  readonly title: string;
}

/** Makes a file of a plan and has the browser save it, or has it printed. */
export async function handOut(kind: Kind, { text, name, title }: Bench, engine: Engine): Promise<void> {
  try {
    if (kind === 'print')
      return await printed(new TextDecoder().decode(await engine.ask('write', text, 'html', false)));
    if (kind === 'plan') return saved(name, new TextEncoder().encode(text.source));
    const isReview = kind === 'review';
    const format = isReview ? 'docx' : kind;
    const bytes = await engine.ask('write', text, format, isReview);
    saved(`${fileName(title)}${isReview ? '（批注）' : ''}.${format}`, bytes);
  } catch (thrown) {
    notice(thrown);
  }
}

/** What the document is called, as far as a file may be. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 80) || '公文';
}

/** Hands a file to the browser, which puts it where downloads go. */
function saved(name: string, ...pieces: readonly BlobPart[] | Uint8Array[]): void {
  const address = URL.createObjectURL(new Blob(pieces as BlobPart[]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  notice(`已生成“${name}”，在浏览器的“下载”里。`);
}
