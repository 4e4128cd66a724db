import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for the profiles of LibreOffice, gone when the run is over: a worker may be ended before it could clear up. */
export default function profiles(): () => void {
  const made = mkdtempSync(path.join(tmpdir(), 'pingan-profiles-'));
  process.env['PINGAN_PROFILES'] = made;
  return () => rmSync(made, { recursive: true, force: true });
}
