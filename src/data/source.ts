/** A file of data, or standard input; each call of `bytes` begins at the beginning. */
export interface Source {
  /** As it was typed, for messages. */
  name: string;
  /** csv, xlsx …; what it looks like where there is no name. */
  kind: string;
  bytes(): AsyncIterable<Uint8Array>;
}

/** The whole of a source, for the kinds that can't be read piece by piece. */
export async function whole({ bytes }: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
