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
  const { blocks } = printed;
  const lists = new Lists();
  let fenced = false;
  for (let index = 0; index < source.length; index++) {
    const typed = fenced ? (source[index] ?? '') : untagged(source[index] ?? '');
    const at = index + 1;
    if (fence.test(typed)) {
      fenced = !fenced;
      continue;
    }
    const table = fenced ? undefined : rowsOfMarkdown(source, index);
    const found = fenced ? null : heading.exec(typed);
    const [drawn, alt, file] = (fenced ? null : picture.exec(typed)) ?? [];
    if (drawn !== undefined) {
      printed.notes.push({
        source: at,
        what: 'left out',
        message: '图片没有带入',
        text: [alt, file].filter(Boolean).join(' '),
      });
      continue;
    }
    if (table) {
      blocks.push({
        kind: 'table',
        source: at,
        rows: table.rows.map((row) => row.map((cell) => cellOf(cell, at))),
      });
      index = table.last;
    } else if (comment.test(typed.trim())) {
      if (!/^<!-- pingan-/.test(typed))
        printed.notes.push({
          source: at,
          what: 'left out',
          message: 'Markdown 里的注释没有导入',
          text: typed.trim().slice(4, -3).trim(),
        });
    } else if (found) blocks.push({ ...inline(titleOf(found[2] ?? ''), at), heading: found[1]?.length ?? 1 });
    else if (underline.test(source[index + 1] ?? '') && /\S/.test(typed) && isTitle(blocks)) {
      blocks.push({ ...inline(typed, at), heading: source[index + 1]?.includes('=') ? 1 : 2 });
      index++;
    } else if (rule.test(typed)) blocks.push({ kind: 'break', source: at, of: 'page' });
    else
      for (const each of typed.split(lineBreak))
        blocks.push(listed(fenced ? each : each.replace(/^(?: {0,3}>[ \t]?)+/, ''), at, lists));
  }
  return printed;
}

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
