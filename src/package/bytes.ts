// Bytes as every JavaScript has them, so that documents are made in browsers by the same code.

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** A text whose characters are the bytes. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += slice)
    text += String.fromCharCode(...bytes.subarray(at, at + slice));
  return text;
}

/** As many arguments as a function may have anywhere. */
const slice = 1 << 13;

/** The bytes that are the characters of a text. */
export function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Base64, as far as it is any. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const sound = text.replace(/[^A-Za-z0-9+/]/g, '');
  return fromLatin1(atob(sound.length % 4 === 1 ? sound.slice(0, -1) : sound));
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
