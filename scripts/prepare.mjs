// Builds dist after npm ci, and where npm prepares a package that somebody installs from git: installed globally, npm
// leaves out what building needs, and it is fetched here.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function run(command, args, more = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...more,
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/esbuild')) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(?:global|prefix|location|omit)$/i.test(name),
    ),
  );
  // --ignore-scripts, or this one would be run again.
  run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], { env });
}
run(process.execPath, ['scripts/build.mjs']);
