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

/** Lets LibreOffice make a PDF of a .docx, with a profile of its own, so that a LibreOffice that is open isn't in the way. */
export function pdfOf(docx: Buffer): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-pdf-'));
  try {
    const [source, made] = [path.join(folder, 'document.docx'), path.join(folder, 'document.pdf')];
    writeFileSync(source, docx);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
    const { error, stderr } = run([
      profile,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      source,
    ]);
    if (existsSync(made)) return readFileSync(made);
    throw new UserError(
      `LibreOffice 没有做出 PDF：${error?.message ?? (stderr.toString().trim() || '没有说明原因')}。可以先生成 Word 文件，打开看看。`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): SpawnSyncReturns<Buffer> {
  for (const program of programs) {
    const done = spawnSync(program, args, { timeout: 180_000 });
    if (!(done.error && 'code' in done.error && done.error.code === 'ENOENT')) return done;
  }
  throw new UserError(
    '生成 PDF 要用 LibreOffice，这台电脑上没有找到。装上它（https://zh-cn.libreoffice.org）再试；或者先生成 Word 文件，在 Word、WPS 里另存为 PDF。',
  );
}
