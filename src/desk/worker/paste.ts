import { fragment } from '../../engine/import/fragment.ts';
import { UserError } from '../../errors.ts';
import { errorsIn } from '../../plan/read.ts';
import type { Rewrite } from '../../text/patchwork.ts';
import type { Text } from './look.ts';
import { placeOf } from './paste-place.ts';
import { worldOf } from './world.ts';

/** What was copied: the page that Word, Excel and browsers give, and its words. */
export interface Copied {
  html: string;
  plain: string;
}

/**
 * What becomes of the text where somebody pastes: items of the list where the cursor stands, lines of the text that it
 * stands in, or the words as they are. The file is no worse to read than before, or they are put in as they are.
 */
export async function paste(text: Text, from: number, to: number, copied: Copied): Promise<Rewrite> {
  const source = text.source.slice(0, from) + text.source.slice(to);
  const place = placeOf(source, from);
  const plain = { start: from, end: to, text: copied.plain };
  if (place.kind === 'words') return plain;
  if (place.kind === 'block') {
    const rows = rowsOf(copied.plain).join(`\n${' '.repeat(place.indent)}`);
    return { ...plain, text: ' '.repeat(place.missing) + rows };
  }
  const lines = await fragmentOf(copied, text.name);
  if (lines === undefined) return plain;
  const inner = lines.map((line) => (line === '' ? '' : ' '.repeat(place.indent) + line)).join('\n');
  const put = { start: place.start, end: place.end, text: place.before + inner };
  const after = source.slice(0, put.start) + put.text + source.slice(put.end);
  if (errorsIn(after) > errorsIn(source)) return plain;
  return { ...put, end: put.end + to - from };
}

async function fragmentOf({ html, plain }: Copied, name: string): Promise<string[] | undefined> {
  const cells = /\t/.test(plain) && !/<table\b/i.test(html) ? tableOf(plain) : undefined;
  try {
    return await fragment(
      cells ?? (html.trim() === '' ? plain : html),
      (cells ?? html).trim() !== '',
      worldOf(name),
    );
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

/** Lines as they stand; cells with tabs between as the rows of a table. */
function rowsOf(plain: string): string[] {
  const lines = plain.trimEnd().split(/\r?\n/);
  if (!lines.some((line) => line.includes('\t'))) return lines;
  return lines.map((line) =>
    line
      .split('\t')
      .map((cell) => cell.trim().replaceAll('|', '\\|'))
      .join(' | '),
  );
}

/** Cells that come as words alone, with tabs between. */
function tableOf(plain: string): string {
  const escaped = plain.trimEnd().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const rows = escaped.split(/\r?\n/).map((row) => `<tr><td>${row.split('\t').join('</td><td>')}</td></tr>`);
  return `<table>${rows.join('')}</table>`;
}
