import { notice } from './notice.ts';

/** What a document is called, as far as a file may be. */
export function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 80) || '公文';
}

/** Hands a file to the browser, which puts it where downloads go. */
export function saved(name: string, ...pieces: readonly Uint8Array[]): void {
  const address = URL.createObjectURL(new Blob([...pieces] as BlobPart[]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  notice(`已生成“${name}”，在浏览器的“下载”里。`);
}
