import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export { pingan, type Run, runs } from './pingan.ts';

/** An empty folder that is gone when the test is over. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'pingan-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));
