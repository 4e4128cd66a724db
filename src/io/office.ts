import { type ExecFileException, execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * A PDF with the structure of the text, for those who have it read aloud, with the pages that are left blank, for the
 * printer, and with the places of bookmarks. LibreOffice before 7.4 makes a plain one.
 */
export const pdfFilter = `pdf:writer_pdf_Export:${JSON.stringify({
  UseTaggedPDF: { type: 'boolean', value: 'true' },
  IsSkipEmptyPages: { type: 'boolean', value: 'false' },
  ExportBookmarksToPDFDestination: { type: 'boolean', value: 'true' },
})}`;

/** Lets LibreOffice make PDFs of .docx files, many in one go; why there is none of one that it can't read. */
export async function pdfsOf(files: readonly Uint8Array[]): Promise<(Buffer | string)[]> {
  const made = await converted(files, '.docx', '.pdf', pdfFilter);
  if (made === undefined)
    throw new UserError(
      '生成 PDF 要用 LibreOffice，这台电脑上没有找到。装上它（https://zh-cn.libreoffice.org）再试；或者先生成 Word 文件，在 Word、WPS 里另存为 PDF。',
    );
  return made.map((each) =>
    each instanceof Uint8Array
      ? each
      : `LibreOffice 没有做出 PDF：${each.why}。可以先生成 Word 文件，打开看看。`,
  );
}

/** Lets LibreOffice make a .docx of a file in another format (“.doc”, “.rtf”); undefined where there is no LibreOffice. */
export async function docxOf(bytes: Uint8Array, ending: string): Promise<Buffer | undefined> {
  const [made] = (await converted([bytes], ending, '.docx', 'docx:MS Word 2007 XML')) ?? [];
  if (made === undefined || made instanceof Uint8Array) return made;
  throw new UserError(
    `LibreOffice 读不了这个 ${ending} 文件：${made.why}。在 Word、WPS 里打开，“另存为”选“Word 文档（*.docx）”，再导入另存的文件。`,
  );
}

type Converted = Buffer | { why: string };

/** What LibreOffice makes of files, or why it makes nothing of one; undefined where there is no LibreOffice. */
async function converted(
  files: readonly Uint8Array[],
  from: string,
  to: string,
  format: string,
): Promise<Converted[] | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-office-'));
  // A profile of its own, so that a LibreOffice that is open isn't in the way.
  const profile = profileIn(path.join(folder, 'profile'));
  const file = (index: number, ending: string) => path.join(folder, `${index}${ending}`);
  try {
    for (const [index, bytes] of files.entries()) writeFileSync(file(index, from), bytes);
    const told = new Map<number, string>();
    const makeAll = async (some: readonly number[]): Promise<boolean> => {
      const sources = some.map((index) => file(index, from));
      const why = await run(
        [profile, '--headless', '--convert-to', format, '--outdir', folder, ...sources],
        some.length,
      );
      if (why === undefined) return false;
      const missing = some.filter((index) => !existsSync(file(index, to)));
      const [only] = missing;
      if (some.length === 1 && only !== undefined) told.set(only, why);
      else if (missing.length > 0 && missing.length < some.length) await makeAll(missing);
      else if (missing.length > 0) {
        // One that hangs or crashes takes all with it: it is found by halves.
        await makeAll(missing.slice(0, missing.length >> 1));
        await makeAll(missing.slice(missing.length >> 1));
      }
      return true;
    };
    if (!(await makeAll([...files.keys()]))) return undefined;
    return files.map((_, index) =>
      existsSync(file(index, to))
        ? readFileSync(file(index, to))
        : { why: told.get(index) ?? '没有说明原因' },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The option of a profile that is made here. One that was never used by this version has LibreOffice try out what it
 * draws with before anything else, which takes three times as long as making a PDF: it is told that a later one was here.
 */
export function profileIn(folder: string): string {
  mkdirSync(path.join(folder, 'user'), { recursive: true });
  writeFileSync(
    path.join(folder, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item></oor:items>',
  );
  return `-env:UserInstallation=${pathToFileURL(folder)}`;
}

/** What LibreOffice calls itself, or undefined where there is none. */
export async function officeVersion(): Promise<string | undefined> {
  for (const program of programs) {
    const answer = await new Promise<string | undefined>((resolve) =>
      execFile(program, ['--version'], { timeout: 20_000 }, (error, stdout) =>
        resolve(error?.code === 'ENOENT' ? undefined : stdout.split('\n')[0]?.trim() || program),
      ),
    );
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** For one file, and for each further one. */
const patience = { first: 120_000, further: 10_000 };

/** Lets LibreOffice do something, and gives back what it complained about; undefined where there is none. */
async function run(args: readonly string[], count: number): Promise<string | undefined> {
  const timeout = patience.first + patience.further * count;
  for (const program of programs) {
    const done = await new Promise<{ error: ExecFileException | null; stderr: string }>((resolve) =>
      execFile(program, args, { timeout }, (error, _, stderr) => resolve({ error, stderr })),
    );
    if (done.error?.code === 'ENOENT') continue;
    if (done.error?.killed) return `等了 ${Math.round(timeout / 1000)} 秒没有做完`;
    return done.stderr.trim() || done.error?.message || '没有说明原因';
  }
  return undefined;
}
