// The types of the programming interface as one file: what src/api/types.ts and src/api/index.ts declare, and nothing of
// what stands behind them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function declarations() {
  const out = mkdtempSync(path.join(tmpdir(), 'pingan-types-'));
  const flags = ['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--allowImportingTsExtensions'];
  const means = ['--noCheck', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  const tsc = path.resolve('node_modules/typescript/bin/tsc');
  const files = ['src/api/index.ts'];
  execFileSync(process.execPath, [tsc, ...flags, ...means, '--rootDir', 'src', '--outDir', out, ...files]);
  const [types, index, errors] = ['api/types', 'api/index', 'errors'].map((name) =>
    readFileSync(path.join(out, `${name}.d.ts`), 'utf8'),
  );
  rmSync(out, { recursive: true });
  const [userError] = /^\/\*\*[^\n]*\*\/\nexport declare class UserError extends Error \{\s*\}/m.exec(errors);
  const functions = index
    .replace(/^(?:import .*|export type \* .*)\n/gm, '')
    .replace(/^\/\*\*.*\*\/\nexport \{ UserError \};\n/m, '');
  const all = `${types}\n${userError}\n${functions}`;
  if (/\bimport\b|from '/.test(all))
    throw new Error(`the types of the interface name what stands behind them:\n${all}`);
  return all;
}
