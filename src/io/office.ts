import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';

/** On the path, or where it is usually installed. */
const programs = [
  'soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

/**
 * A PDF with the structure of the text, for those who have it read aloud, and with the pages that are left blank, for the
 * printer. LibreOffice before 7.4 makes a plain one.
 */
const filter = `pdf:writer_pdf_Export:${JSON.stringify({
  UseTaggedPDF: { type: 'boolean', value: 'true' },
  IsSkipEmptyPages: { type: 'boolean', value: 'false' },
})}`;

/** Lets LibreOffice make a PDF of a .docx. */
export function pdfOf(docx: Buffer): Buffer {
  const made = converted(docx, '.docx', '.pdf', filter);
  if (made instanceof Uint8Array) return made;
  throw new UserError(
    made === undefined
      ? '生成 PDF 要用 LibreOffice，这台电脑上没有找到。装上它（https://zh-cn.libreoffice.org）再试；或者先生成 Word 文件，在 Word、WPS 里另存为 PDF。'
      : `LibreOffice 没有做出 PDF：${made.why}。可以先生成 Word 文件，打开看看。`,
  );
}

/** Lets LibreOffice make a .docx of a file in another format (“.doc”, “.rtf”); undefined where there is no LibreOffice. */
export function docxOf(bytes: Uint8Array, ending: string): Buffer | undefined {
  const made = converted(bytes, ending, '.docx', 'docx:MS Word 2007 XML');
  if (made === undefined || made instanceof Uint8Array) return made;
  throw new UserError(
    `LibreOffice 读不了这个 ${ending} 文件：${made.why}。在 Word、WPS 里打开，“另存为”选“Word 文档（*.docx）”，再导入另存的文件。`,
  );
}

/** What LibreOffice makes of a file, or why it makes nothing; its profile is its own, so that one that is open isn't in the way. */
function converted(
  bytes: Uint8Array,
  from: string,
  to: string,
  format: string,
): Buffer | { why: string } | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-office-'));
  try {
    const [source, made] = [path.join(folder, `document${from}`), path.join(folder, `document${to}`)];
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
    const done = run([profile, '--headless', '--convert-to', format, '--outdir', folder, source]);
    if (existsSync(made)) return readFileSync(made);
    return done && { why: done.error?.message ?? (done.stderr.toString().trim() || '没有说明原因') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): SpawnSyncReturns<Buffer> | undefined {
  for (const program of programs) {
    const done = spawnSync(program, args, { timeout: 180_000 });
    if (!(done.error && 'code' in done.error && done.error.code === 'ENOENT')) return done;
  }
  return undefined;
}
