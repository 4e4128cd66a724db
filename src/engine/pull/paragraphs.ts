import { ordinalOf } from '../../outline/ordinal.ts';
import type { Printed, PrintedBlock, PrintedLine, PrintedTable } from '../../reading/printed.ts';
import { append } from '../../text/long-lists.ts';
import { inOneLine } from '../../text/paragraphs.ts';
import type { Cell, Paragraph } from './paragraph.ts';

/** The paragraphs and cells of a document in their order; what stands on every page and 目录 are no text of it. */
export function paragraphsOf({ blocks }: Printed): Paragraph[] {
  const found: Paragraph[] = [];
  let tables = 0;
  const read = (all: readonly PrintedBlock[]) => {
    let lines: PrintedLine[] = [];
    const finish = () => {
      const made = lines[0] && paragraph(lines);
      if (made && made.number + made.text !== '') found.push(made);
      lines = [];
    };
    for (const block of all) {
      const [first] = lines;
      if (block.kind !== 'line' || block.source !== first?.source || block.within !== first.within) finish();
      if (block.kind === 'line') {
        if (isText(block)) lines.push(block);
      } else if (block.kind === 'box') read(block.lines);
      else if (block.kind === 'table') append(found, cells(block, tables++));
    }
    finish();
  };
  read(blocks);
  return found;
}

function isText({ within }: PrintedLine): boolean {
  return within === undefined || within === 'text-box' || within === 'footnote';
}

function cells({ rows, source }: PrintedTable, table: number): Paragraph[] {
  // The first row in which each column is free again.
  const free: number[] = [];
  return rows.flatMap((row, index) => {
    let next = 0;
    return row.map(({ lines, columns, rows: deep }, column) => {
      while ((free[next] ?? 0) > index) next++;
      const at = next;
      while (next < at + columns) free[next++] = index + deep;
      return paragraph(lines, { table, row: index, column, at }, source);
    });
  });
}

function paragraph(lines: readonly PrintedLine[], cell?: Cell, source = 0): Paragraph {
  const [first] = lines;
  const typed = lines.map(({ text }) => text);
  const whole = cell
    ? typed
        .map((line) => line.trim())
        .join('\n')
        .trim()
    : inOneLine(typed.join('\n'));
  const by = [...new Set(lines.flatMap(({ by = [] }) => by))];
  const to = cell ? 0 : numberEnd(whole, first?.native?.number);
  return {
    text: whole.slice(to),
    number: whole.slice(0, to),
    marks: [...new Set(lines.flatMap(({ bookmarks = [] }) => bookmarks))],
    source: first?.source ?? source,
    ...(cell && { cell }),
    ...(by.length > 0 && { by }),
  };
}

/** Where the words behind the number begin. */
function numberEnd(text: string, native: string | undefined): number {
  if (native !== undefined && text.startsWith(native)) return blanksEnd(text, native.length);
  const typed = ordinalOf(text);
  return typed && !typed.word && !typed.weak ? typed.to : 0;
}

/** A text without the number that it begins with. */
export function withoutNumber(text: string): string {
  return text.slice(numberEnd(text, undefined));
}

/** Where blanks end that begin at a place. */
export function blanksEnd(text: string, from: number): number {
  return from + text.slice(from).length - text.slice(from).trimStart().length;
}

/** A paragraph with its number parted from its text as that of another one is, whose number it may have in another form. */
export function numberedAs(edited: Paragraph, { number }: Paragraph): Paragraph {
  const all = edited.number + edited.text;
  const to = number === '' ? 0 : edited.number.length || ownNumberEnd(all, number.trim());
  return { ...edited, number: all.slice(0, to), text: all.slice(to) };
}

const numeral = /[一二三四五六七八九十百零〇\d①-⑳]+/;

/** A number of the same form as another one, or of any form. */
function ownNumberEnd(text: string, number: string): number {
  const [before = '', after = ''] = number.split(numeral);
  const value = text.startsWith(before) ? numeral.exec(text.slice(before.length)) : null;
  const to = before.length + (value?.[0].length ?? 0);
  if (value?.index === 0 && text.startsWith(after, to)) return blanksEnd(text, to + after.length);
  return ordinalOf(text)?.to ?? 0;
}
