import { joined } from '../package/bytes.ts';
import { brokenText, type Candidate, candidates, type Encoding, unlessBroken } from '../text/encoding.ts';
import { DataError } from './data-error.ts';

/** A file of data, or standard input; each call of `bytes` begins at the beginning. */
export interface Source {
  /** As it was typed, for messages. */
  name: string;
  /** csv, xlsx …; what it looks like where there is no name. */
  kind: string;
  bytes(): AsyncIterable<Uint8Array>;
}

/** The whole of a source, for the kinds that can't be read piece by piece; `instead` is what helps where it is too large. */
export async function whole(
  { name, bytes }: Source,
  largest = 100 * 1024 * 1024,
  instead = '存成 CSV',
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largest) throw new DataError(`${name} 超过 ${largest / 1024 / 1024} MB；${instead}。`);
  }
  return joined(chunks);
}

/** The text of a source in whatever encoding it has; each call of what comes back begins at the beginning. */
export async function textOf(source: Source): Promise<() => AsyncIterable<string>> {
  const encoding = await encodingOf(source);
  return async function* () {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of source.bytes()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
}

/** How much of a file shows whether its characters have one byte or two. */
const headLength = 4096;
/** How much is looked through for the line that is broken. */
const longestBroken = 32 * 1024 * 1024;

/** Only the end can tell for sure: the first Chinese character may come late. */
async function encodingOf(source: Source): Promise<Encoding> {
  for (const candidate of candidates(await head(source)))
    if (await fits(source, candidate)) return candidate.encoding;
  throw new DataError(
    brokenText(await head(source, longestBroken), source.name) ??
      `${source.name} 不是文本；是 Excel 文件的，把扩展名改回 .xlsx，或另存为 CSV UTF-8。`,
  );
}

async function head({ bytes }: Source, longest = headLength): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= longest) break;
  }
  return joined(chunks).subarray(0, longest);
}

async function fits({ bytes }: Source, { encoding, foreign }: Candidate): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const sound = (text: string | undefined) => text !== undefined && !foreign.test(text);
  for await (const chunk of bytes())
    if (!sound(unlessBroken(() => decoder.decode(chunk, { stream: true })))) return false;
  return sound(unlessBroken(() => decoder.decode()));
}
