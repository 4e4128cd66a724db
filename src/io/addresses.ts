import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file that an address of an editor means; a text that lies nowhere yet counts as one of the folder. */
export function fileOf(uri: string, cwd: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return path.join(cwd, '未存的计划.yaml');
  }
}
