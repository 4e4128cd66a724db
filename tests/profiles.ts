import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for the LibreOffice of this run (tools.ts), which is ended with it; both projects of vitest.config.ts ask for it. */
export default function profiles(): (() => void) | undefined {
  if (process.env['PINGAN_PROFILES']) return undefined;
  const made = mkdtempSync(path.join(tmpdir(), 'pingan-profiles-'));
  process.env['PINGAN_PROFILES'] = made;
  return () => {
    const office = path.join(made, 'process');
    if (existsSync(office)) process.kill(-Number(readFileSync(office, 'utf8')), 'SIGKILL');
    rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  };
}
