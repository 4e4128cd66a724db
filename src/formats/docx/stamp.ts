import type { Anchor } from '../../document/anchor.ts';
import type { Inline } from '../../document/block.ts';
import { gap } from './gap.ts';
import { slot } from './slots.ts';

/** The XML around a piece of text: what stands before and after it. */
type Around = readonly [before: string, after: string];

/** A paragraph cut open at its texts. */
export interface Stamp {
  open: string;
  close: string;
  plain: Around;
  bold: Around;
  /** The faces of the text behind a run-in heading. */
  opens: Around;
  opensBold: Around;
}

/** Cuts an exemplar paragraph into the pieces that text is put between. */
export function stamp(xml: string): Stamp {
  const runs = xml.match(/<w:r>.*?<\/w:r>/gs) ?? [];
  const around = (name: string): Around => {
    const run = runs.find((each) => each.includes(name));
    const [before = '', after = ''] = run?.split(name) ?? [];
    return [before, after];
  };
  const first = runs[0] === undefined ? xml.length - '</w:p>'.length : xml.indexOf(runs[0]);
  return {
    open: runs.length === 0 ? xml : xml.slice(0, first),
    close: runs.length === 0 ? '' : '</w:p>',
    plain: around(slot.plain),
    bold: around(slot.bold),
    opens: around(slot.opens),
    opensBold: around(slot.opensBold),
  };
}

/** A paragraph with its texts in place. */
export function stamped(
  { open, close, plain, bold, opens, opensBold }: Stamp,
  text: readonly Inline[],
  behind: readonly Inline[] = [],
): string {
  let xml = open;
  for (const inline of text) xml += run(inline.bold ? bold : plain, inline);
  for (const inline of behind) xml += run(inline.bold ? opensBold : opens, inline);
  return xml + close;
}

function run([before, after]: Around, { text, begins, ends }: Inline): string {
  const xml = before + characters(text) + after;
  return begins || ends ? anchored(xml, begins, ends) : xml;
}

/** A run with the comments, bookmarks and gaps that begin in front of it and end behind it (ECMA-376 17.13.4, 17.13.6). */
function anchored(run: string, begins: readonly Anchor[] = [], ends: readonly Anchor[] = []): string {
  return begins.map(start).join('') + run + ends.map(end).join('');
}

/** Bookmarks of 目录 have the numbers from 1000 on, so that these stay clear of them. */
const idOf = (bookmark: number) => 1_000_000 + bookmark;

function start(anchor: Anchor): string {
  if (anchor.kind === 'comment') return `<w:commentRangeStart w:id="${anchor.number}"/>`;
  if (anchor.kind === 'gap') return gap(idOf(anchor.number), anchor.height);
  return `<w:bookmarkStart w:id="${idOf(anchor.number)}" w:name="${anchor.name}"/>`;
}

function end({ kind, number }: Anchor): string {
  if (kind === 'gap') return '';
  return kind === 'comment'
    ? `<w:commentRangeEnd w:id="${number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`
    : `<w:bookmarkEnd w:id="${idOf(number)}"/>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '</w:t><w:br/><w:t xml:space="preserve">',
  '\t': '</w:t><w:tab/><w:t xml:space="preserve">',
};

/** Text as XML; line breaks and tabs are elements of their own in WordprocessingML. */
export function characters(text: string): string {
  return /[&<>\n\t]/.test(text)
    ? text.replace(/[&<>\n\t]/g, (character) => entities[character] ?? character)
    : text;
}

/** ECMA-376 17.3.1.15: paragraphs that stay on the page of what stands below them. */
export function kept(xml: string): string {
  return xml.replace(/<w:pStyle [^>]*\/>(?!<w:keepNext)/g, '$&<w:keepNext/>');
}
