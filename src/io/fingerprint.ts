import { createHash } from 'node:crypto';

/** A short name for texts or bytes: others have another one. */
export function fingerprint(...texts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const text of texts) digest.update(text).update('\0');
  return digest.digest('hex').slice(0, 16);
}
