import { fragment } from '../../engine/import/fragment.ts';
import { UserError } from '../../errors.ts';
import { errorsIn } from '../../plan/read.ts';
import type { Rewrite } from '../../text/patchwork.ts';
import type { Text } from './look.ts';
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

type Place =
  | { kind: 'words' }
  /** Within `键: |`, of which each line stands so far in; the one of the cursor may want some blanks still. */
  | { kind: 'block'; indent: number; missing: number }
  /** Where items may stand, in the place of what stands there now. */
  | { kind: 'items'; indent: number; start: number; end: number; before: string };

/** Found by indentation, since what is being written is often no YAML yet. */
function placeOf(source: string, at: number): Place {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const next = source.indexOf('\n', at);
  const end = next < 0 ? source.length : next;
  const line = source.slice(start, end);
  const above = source.slice(0, start).split('\n').slice(0, -1);
  const block = blockAt(above, line);
  if (block !== undefined) {
    const missing = line.trim() === '' ? Math.max(0, block - (at - start)) : 0;
    return { kind: 'block', indent: block, missing };
  }
  if (/^ *- *$/.test(line)) return { kind: 'items', indent: line.indexOf('-'), start, end, before: '' };
  if (/^[^#'"]*: *$/.test(line) && source.slice(at, end).trim() === '') {
    const indent = (/^ *(?:- +)*/.exec(line)?.[0].length ?? 0) + 2;
    return { kind: 'items', indent, start: start + line.trimEnd().length, end, before: '\n' };
  }
  if (line.trim() !== '') return { kind: 'words' };
  const column = at - start;
  const dashes = dashesAbove(above);
  const indent = dashes.find((each) => each <= column) ?? dashes.at(-1);
  return indent === undefined ? { kind: 'words' } : { kind: 'items', indent, start, end, before: '' };
}

/** How far in the lines of the text stand that begins above with `键: |`, where the line is one of them. */
function blockAt(above: readonly string[], line: string): number | undefined {
  let inner = line.trim() === '' ? undefined : indentOf(line);
  let own = inner;
  for (const each of above.toReversed()) {
    if (each.trim() === '') continue;
    const indent = indentOf(each);
    if (/[:-] *[|>][-+\d]* *$/.test(each) && (own === undefined || indent < own)) {
      const key = /^ *(?:- +)*/.exec(each)?.[0].length ?? 0;
      return inner ?? (indentOf(line) > key ? indentOf(line) : key + 2);
    }
    inner ??= indent;
    if (own === undefined || indent < own) own = indent;
    if (own === 0) return undefined;
  }
  return undefined;
}

/** Where the dashes stand of the lists that a line below would be in, the innermost first. */
function dashesAbove(above: readonly string[]): number[] {
  const found: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const line of above.toReversed()) {
    if (line.trim() === '' || /^ *#/.test(line) || indentOf(line) >= least) continue;
    least = indentOf(line);
    if (/^ *- /.test(line)) found.push(least);
    if (least === 0) break;
  }
  return found;
}

const indentOf = (line: string) => line.length - line.trimStart().length;
