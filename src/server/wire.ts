/** What goes over the line: a question (with an id), something told (without), or an answer. */
export interface Message {
  id?: number | string | null;
  method?: string;
  params?: unknown;
}

/** Larger ones are no plans; they are passed over. */
const largest = 20 * 1024 * 1024;
const longestHead = 4096;
const blank = Buffer.from('\r\n\r\n');

/** The messages that come in; undefined for one that isn't JSON. What is no message is passed over. */
export async function* messages(input: AsyncIterable<Uint8Array>): AsyncGenerator<Message | undefined> {
  let left: Buffer = Buffer.alloc(0);
  let passing = 0;
  // A large message is put together once, when all of it is there.
  const pieces: Uint8Array[] = [];
  let missing = 0;
  for await (const chunk of input) {
    pieces.push(chunk);
    missing -= chunk.length;
    if (missing > 0) continue;
    left = Buffer.concat([left, ...pieces.splice(0)]);
    for (;;) {
      const passed = Math.min(passing, left.length);
      left = left.subarray(passed);
      passing -= passed;
      const end = left.indexOf(blank);
      if (end < 0) {
        // Only what might still become a head is kept.
        if (left.length > longestHead) left = left.subarray(-longestHead);
        break;
      }
      const length = lengthIn(left.subarray(0, end).toString('latin1'));
      const start = end + blank.length;
      if (length === undefined || length > largest) {
        left = left.subarray(start);
        passing = length ?? 0;
        if (length !== undefined) yield undefined;
        continue;
      }
      missing = start + length - left.length;
      if (missing > 0) break;
      yield parsed(left.subarray(start, start + length).toString());
      left = left.subarray(start + length);
    }
  }
}

function lengthIn(head: string): number | undefined {
  const digits = /Content-Length: {0,9}(\d{1,9})(?!\d)/i.exec(head)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function parsed(text: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A message as it goes out. */
export function framed(message: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
