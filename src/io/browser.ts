import { spawn } from 'node:child_process';
import { platform } from 'node:os';

/** What opens an address in the browser that a person uses. */
function opener(url: string): [string, ...string[]] {
  if (platform() === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return [platform() === 'darwin' ? 'open' : 'xdg-open', url];
}

/** Opens an address of ours; whether the system knew how. */
export function openBrowser(url: string): Promise<boolean> {
  const [program, ...args] = opener(url);
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
