import { joined, latin1, utf8 } from '../package/bytes.ts';
import { crc32 } from '../package/deflate.ts';

const seal = /<!-- pingan-([0-9a-f]{8}) -->\n$/;

/** Ends a text file with its own checksum, in a comment that no reader shows. */
export function sealed(text: string): Uint8Array {
  return withSeal(utf8(`${text}\n`));
}

/** The same of the bytes of a text whose last line has its end. */
export function withSeal(file: Uint8Array): Uint8Array {
  return joined([file, utf8(`<!-- pingan-${checksum(file)} -->\n`)]);
}

/** Whether a text file still ends with the checksum of what stands before it. */
export function unsealed(file: Uint8Array): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file).replaceAll('\r\n', '\n');
  const found = seal.exec(text);
  return found !== null && checksum(text.slice(0, found.index)) === found[1];
}

const pdfSeal = /\n% pingan-([0-9a-f]{8})\n$/;

/** Ends a PDF with its own checksum; readers take a comment behind the end for nothing. */
export function sealedPdf(file: Uint8Array): Uint8Array {
  return joined([file, utf8(`\n% pingan-${checksum(file)}\n`)]);
}

/** Whether a PDF still ends with the checksum of what stands before it. */
export function unsealedPdf(file: Uint8Array): boolean {
  const found = pdfSeal.exec(latin1(file.subarray(-19)));
  return found !== null && checksum(file.subarray(0, -found[0].length)) === found[1];
}

function checksum(text: string | Uint8Array): string {
  return crc32(text).toString(16).padStart(8, '0');
}
