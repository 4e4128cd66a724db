import { stripped } from '../../text/strip.ts';
import type { Printed, PrintedBlock, PrintedLine } from '../printed.ts';
import { Lists } from './markdown-lists.ts';
import { rowsOfMarkdown } from './markdown-rows.ts';

const heading = /^ {0,3}(#{1,6})(?![^ \t])(.*)$/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const comment = /^<!--[\s\S]*?-->$/;
/** A picture on a line of its own; what it is called isn't printed. */
const picture = /^\s*!\[([^[\]]*)\]\(([^()]*)\)\s*$/;
const fence = /^ {0,3}(?:```|~~~)/;

/** The lines of a Markdown text: headings, bold stretches and tables as what they are, escapes taken away. */
export function markdown(text: string): Printed {
  const source = text.split(/\r\n?|\n/);
  const printed: Printed = { blocks: [], notes: [] };
  const lists = new Lists();
  let fenced = false;
  for (let index = 0; index < source.length; index++) {
    const typed = fenced ? (source[index] ?? '') : untagged(source[index] ?? '');
    if (fence.test(typed)) fenced = !fenced;
    else {
      const last = fenced ? undefined : marked(printed, typed, source, index);
      index = last ?? unmarked(printed, fenced ? typed : typed.replace(quoted, ''), source, index, lists);
    }
  }
  return printed;
}

/** Puts what signs of Markdown make of a line, and gives the last line that belongs to it; undefined where they make nothing. */
function marked(
  { blocks, notes }: Printed,
  typed: string,
  source: readonly string[],
  index: number,
): number | undefined {
  const at = index + 1;
  const [drawn, alt, file] = picture.exec(typed) ?? [];
  if (drawn !== undefined) {
    const named = [alt, file].filter(Boolean).join(' ');
    notes.push({ source: at, what: 'left out', message: '图片没有带入', text: named });
    return index;
  }
  const table = rowsOfMarkdown(source, index);
  if (table) {
    const rows = table.rows.map((row) => row.map((cell) => cellOf(cell, at)));
    blocks.push({ kind: 'table', source: at, rows });
    return table.last;
  }
  const [, signs, title = ''] = heading.exec(typed) ?? [];
  if (signs === undefined) return undefined;
  blocks.push({ ...inline(titleOf(title), at), heading: signs.length });
  return index;
}

/** Puts a line of text, which the next one may underline. */
function unmarked(
  { blocks, notes }: Printed,
  typed: string,
  source: readonly string[],
  index: number,
  lists: Lists,
): number {
  const at = index + 1;
  const said = typed.trim();
  if (comment.test(said)) {
    const text = said.slice(4, -3).trim();
    if (!said.startsWith('<!-- pingan-'))
      notes.push({ source: at, what: 'left out', message: 'Markdown 里的注释没有导入', text });
    return index;
  }
  const [, under] = underline.exec(source[index + 1] ?? '') ?? [];
  if (under !== undefined && said !== '' && isTitle(blocks)) {
    blocks.push({ ...inline(typed, at), heading: under.startsWith('=') ? 1 : 2 });
    return index + 1;
  }
  if (rule.test(typed)) blocks.push({ kind: 'break', source: at, of: 'page' });
  else for (const each of typed.split(lineBreak)) blocks.push(listed(each, at, lists));
  return index;
}

/** Signs in front of what is quoted. */
const quoted = /^(?: {0,3}>[ \t]?)+/;
const lineBreak = /(?<!\\)<br ?\/?>/i;
const tag = /(?<!\\)<\/?(?:center|div|p|span|font|u|sup|sub|small|big|mark|em|i|a|section)(?:\s[^<>]*)?>/gi;
const space = /&(?:nbsp|ensp|emsp|#160|#12288);/g;

/** Elements of a web page among the text leave their words; blanks that are spelled out are blanks. */
function untagged(typed: string): string {
  return typed
    .replace(tag, '')
    .replace(/(?<!\\)<\/?(?:strong|b)>/gi, '**')
    .replace(space, (each) => (/emsp|12288/.test(each) ? '\u3000' : ' '));
}

/** A line of a list without numbers has the sign that is printed in front of it. */
function listed(typed: string, source: number, lists: Lists): PrintedLine {
  const found = lists.bulletOf(typed);
  if (found === undefined) return inline(typed, source);
  const { sign, before, words, depth } = found;
  return {
    ...inline(`${before}${sign} ${words}`, source),
    native: { number: sign, list: 'bullets', level: depth },
  };
}

/** A heading may be closed by the signs that open it. */
function titleOf(typed: string): string {
  return stripped(typed, ' \t').replace(/(?<![ \t])[ \t]+#+$/, '');
}

/** An underlined title begins its paragraph. */
function isTitle(blocks: readonly PrintedBlock[]): boolean {
  const last = blocks.at(-1);
  return last?.kind !== 'line' || last.text === '' || last.heading !== undefined;
}

function cellOf(text: string, source: number) {
  return { lines: text.split(/<br ?\/?>/).map((each) => inline(each, source)), columns: 1, rows: 1 };
}

/** *甲* is set in another slant; a star between two digits, or a single one, is a star. */
const slanted = /(?<![\w*\\])\*(?=[^\s*])([^*\n]{0,200}[^\s*\\])\*(?![\w*])/g;

/** Bold marks and escapes of a line; a backslash or two blanks at its end break it there. */
function inline(typed: string, source: number): PrintedLine {
  const before = /^[ \t\u3000]*/.exec(typed)?.[0] ?? '';
  const words = typed.slice(before.length).replace(/\\$/, '').trimEnd().replace(slanted, '$1');
  let text = '';
  const marked: NonNullable<PrintedLine['marked']> = [];
  let from = -1;
  for (let index = 0; index < words.length; index++) {
    const mark = /^(?:\*\*|__)/.exec(words.slice(index))?.[0];
    const isMark = mark !== undefined && (from >= 0 || words.includes(mark, index + 2));
    if (words[index] === '\\' && /[!-/:-@[-`{-~]/.test(words.charAt(index + 1))) {
      text += words.charAt(++index);
    } else if (isMark && mark) {
      if (from < 0) from = text.length;
      else {
        marked.push({ from, to: text.length, bold: true });
        from = -1;
      }
      index++;
    } else text += words.charAt(index);
  }
  return {
    kind: 'line',
    text: unlinked(text),
    source,
    ...(before.length > 0 && { indent: before.replaceAll('\t', '    ').length / 2 }),
    ...(marked.length > 0 && { marked }),
  };
}

const link = /!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g;

/** A link that says what it leads to keeps its words, and so does a picture in one; entities are what they stand for. */
function unlinked(text: string): string {
  return text
    .replace(
      /&(nbsp|lt|gt|amp|quot);/g,
      (_, name: string) => ({ nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '',
    )
    .replace(link, '$1')
    .replace(link, '$1');
}
