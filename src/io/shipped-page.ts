import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { shippedFolder } from './shipped-templates.ts';

/** The desk, one file that holds everything. It stands in dist/, which is beside templates/. */
export function shippedPage(): Buffer {
  const file = path.join(path.dirname(shippedFolder), 'dist', 'pingan.html');
  if (!existsSync(file)) throw new UserError(`没有 ${file}：先运行 npm run build。`);
  return readFileSync(file);
}

/** What nobody can guess, for an address that isn't everybody's. */
export const newToken = () => randomBytes(16).toString('hex');
