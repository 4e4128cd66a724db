import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe } from 'vitest';

const present = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const family = (name: string): string =>
  spawnSync('fc-match', ['--format=%{family}', name]).stdout?.toString() ?? '';
/** Without these LibreOffice lays out lines that no office has: Han characters, and digits as wide as Times New Roman's. */
const fonts: readonly (readonly [string, () => boolean])[] = [
  ['fonts-noto-cjk', () => family(':lang=zh-cn').includes('CJK')],
  ['fonts-liberation', () => /Liberation|Times|Tinos/.test(family('Times New Roman'))],
];

/** Tests that read documents with a program of the system; in CI they must run, elsewhere they say what is missing. */
export function withTools(tools: readonly string[], name: string, tests: () => void): void {
  const missing = process.env['CI'] ? [] : tools.filter((tool) => !present(tool));
  if (!process.env['CI'] && tools.includes('soffice'))
    missing.push(...fonts.filter(([, there]) => !there()).map(([name]) => name));
  if (missing.length > 0) describe.skip(`${name} (skipped: ${missing.join(', ')} not installed)`, tests);
  else describe(name, tests);
}

export function call(tool: string, args: readonly string[], input?: string | Uint8Array): string {
  return bytesOf(tool, args, input).toString();
}

export function bytesOf(tool: string, args: readonly string[], input?: string | Uint8Array): Buffer {
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    ...(input !== undefined && { input }),
    maxBuffer: 1 << 28,
  });
  if (error || status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Lets LibreOffice convert files into a folder, with a profile of its own there. */
export function converted(format: string, folder: string, ...files: string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  call('soffice', [
    profile,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    folder,
    ...files.map((name) => path.join(folder, name)),
  ]);
}
