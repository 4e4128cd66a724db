import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';
import { profileIn } from '../src/io/office.ts';

export const present = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
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

/** Lets LibreOffice convert files into a folder. */
export function converted(format: string, folder: string, ...files: string[]): void {
  call('soffice', [
    office(),
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    folder,
    ...files.map((name) => path.join(folder, name)),
  ]);
}

/**
 * The profile of a LibreOffice that is running: to start one takes it seconds, so all tests hand their files to the same.
 * It stays as long as it has a document open, and has opened it when that has a lock.
 */
function office(): string {
  const folder = process.env['PINGAN_PROFILES'] ?? '';
  const place = path.join(folder, 'office');
  const profile = `-env:UserInstallation=file://${place}`;
  const open = path.join(folder, 'open.txt');
  if (first(path.join(folder, 'starting'))) {
    writeFileSync(open, 'open');
    const started = spawn('soffice', [profileIn(place), '--headless', '--norestore', open], {
      detached: true,
      stdio: 'ignore',
    });
    started.unref();
    writeFileSync(path.join(folder, 'process'), String(started.pid));
  }
  for (const end = Date.now() + 120_000; !existsSync(path.join(folder, '.~lock.open.txt#')); ) {
    if (Date.now() > end) throw new Error('LibreOffice doesn’t open a document');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return profile;
}

/** Whether a folder wasn't there: of those that ask at once, one is the first. */
function first(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Lets Chromium print a page, with a profile of its own in the folder of the page. */
function printed(folder: string, name: string): void {
  call('chromium', [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    `--user-data-dir=${path.join(folder, 'chromium')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${path.join(folder, `${name}.pdf`)}`,
    path.join(folder, `${name}.html`),
  ]);
}

/** The texts of documents, a text a page, as Chromium prints them. */
export function pagesPrinted(folder: string, names: readonly string[]): Map<string, string[]> {
  const { pages, first } = printedTogether(folder, names);
  return new Map(names.map((name, index) => [name, pages.slice(first[index], first[index + 1])]));
}

/** A PDF of web pages that Chromium prints in one go, with the style sheet of the first; where each begins, from 0. */
export function printedTogether(
  folder: string,
  names: readonly string[],
): { pdf: string; pages: string[]; first: number[] } {
  const files = names.map((name) => readFileSync(path.join(folder, `${name}.html`), 'utf8'));
  const bodies = files.map((file, index) => {
    const main = /<main.*<\/main>/s.exec(file)?.[0] ?? '';
    return `<div style="break-before: page"><h1 style="position: absolute">@${index}@</h1>${main}</div>`;
  });
  const script = /<script>(.*)\(document.querySelector\('main'\)\)<\/script>/s.exec(files[0] ?? '')?.[1];
  writeFileSync(
    path.join(folder, 'together.html'),
    `${files[0]?.split('<main')[0]}${bodies.join('')}<script>document.querySelectorAll('main').forEach(${script})</script></body></html>`,
  );
  printed(folder, 'together');
  const pdf = path.join(folder, 'together.pdf');
  const pages = call('pdftotext', [pdf, '-']).split('\f');
  return {
    pdf,
    pages,
    first: names.map((_, index) => pages.findIndex((page) => page.includes(`@${index}@`))),
  };
}
