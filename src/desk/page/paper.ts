import { paged } from '../../formats/html/paged.ts';
import type { Printing as Pages } from '../worker/printing.ts';

/** Blocks that open and close what others stand in, as one piece of HTML. */
interface Piece {
  html: string;
  /** The blocks in it. */
  blocks: readonly number[];
}

/** A piece that stands on the pages, with the comment before it that says which block it is. */
interface Standing {
  html: string;
  comment: Comment;
  nodes: readonly ChildNode[];
}

const standing = new WeakMap<HTMLElement, Standing[]>();

/**
 * Lays blocks out as pages; comments part them, so that it is known which block a person points at. Only what has changed
 * is put in anew: the browser keeps the lines of what stays where it is, and setting all of them takes longest.
 */
export function laid(main: HTMLElement, { blocks, numbers }: Pages): void {
  const before = standing.get(main) ?? [];
  const wanted = pieces(blocks, numbers);
  const most = Math.min(before.length, wanted.length);
  let start = 0;
  while (start < most && before[start]?.html === wanted[start]?.html) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end)?.html === wanted.at(-1 - end)?.html) end++;
  const old = before.slice(start, before.length - end);
  const made = wanted.slice(start, wanted.length - end).map(stood);
  const now = [...before.slice(0, start), ...made, ...before.slice(before.length - end)];
  for (const [index, { comment }] of now.entries()) {
    const block = String(wanted[index]?.blocks[0] ?? 0);
    if (comment.data !== block) comment.data = block;
  }
  standing.set(main, now);
  const added = made.flatMap(({ nodes }) => nodes.filter((each) => each instanceof Element));
  const content = made.flatMap(({ comment, nodes }) => [comment, ...nodes]);
  const [previous, next] = [before[start - 1], before[before.length - end]];
  const put = previous && isUpright(previous) ? previous : next && isUpright(next) ? next : undefined;
  if (put && [...old, ...made].every(isUpright)) {
    for (const { comment, nodes } of old) for (const each of [comment, ...nodes]) each.remove();
    if (put === previous) (put.nodes.at(-1) ?? put.comment).after(...content);
    else put.comment.before(...content);
  } else {
    main.className = '';
    main.replaceChildren(...now.flatMap(({ comment, nodes }) => [comment, ...nodes]));
  }
  paged(main, added);
}

/** Pages that lie across flow by themselves. */
function isUpright({ html }: Standing): boolean {
  return !html.includes('<section');
}

function stood({ html, blocks: [first = 0] }: Piece): Standing {
  return { html, comment: document.createComment(String(first)), nodes: parsed(html) };
}

function parsed(html: string): ChildNode[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.childNodes];
}

function pieces(blocks: readonly string[], numbers: readonly number[]): Piece[] {
  const found: { html: string; blocks: number[] }[] = [];
  let depth = 0;
  for (const [index, html] of blocks.entries()) {
    const number = numbers[index] ?? 0;
    const last = found.at(-1);
    if (depth > 0 && last) {
      last.html += `<!--${number}-->${html}`;
      last.blocks.push(number);
    } else found.push({ html, blocks: [number] });
    depth += count(html, /<(?:div|section)\b/g) - count(html, /<\/(?:div|section)>/g);
  }
  return found;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const ofDocument = /^@(?:font-face|page)/;

/** What the sheet of a page says of the paper and of faces can't stand within another sheet. */
function parted(style: string): { whole: string; inner: string } {
  const lines = style.split('\n');
  return {
    whole: lines.filter((line) => ofDocument.test(line)).join('\n'),
    inner: lines.filter((line) => !ofDocument.test(line)).join('\n'),
  };
}

function sheet(...styles: string[]): HTMLStyleElement {
  const made = document.createElement('style');
  made.textContent = styles.join('\n');
  return made;
}

/** The sheet of a page for pages that stand within another one. */
export function inShadow(style: string): HTMLStyleElement {
  return sheet(
    parted(style).inner.replace(/\bbody(?= )/g, ':host'),
    `:host { background: none !important; margin: 0 !important; color-scheme: light; }
main { cursor: text; }
.sheet { box-shadow: 0 1px 5px rgb(0 0 0 / .3); }
::highlight(found-error) { text-decoration: underline wavy #c0281c; background-color: #c0281c22; }
::highlight(found-warning) { text-decoration: underline wavy #b87503; }
::highlight(found-info) { text-decoration: underline dotted #2d6f9e; }
::highlight(here) { background-color: #ffe08a99; }`,
  );
}

let known: HTMLStyleElement | undefined;

/** Faces are known to a whole document only. */
export function facesOf(style: string): void {
  known?.remove();
  known = sheet(parted(style).whole);
  document.head.append(known);
}

/** A print of the page gives the document alone: it is put beside everything else, which isn't printed then. */
export function printing(pages: () => Pages | undefined): void {
  let paper: HTMLElement | undefined;
  addEventListener('beforeprint', () => {
    const shown = pages();
    if (!shown) return;
    const main = document.createElement('main');
    paper = document.createElement('div');
    paper.className = 'printing';
    const inner = parted(shown.style).inner.replace(/\bbody(?= )/g, '&');
    paper.append(sheet(`.printing { ${inner} }`), main);
    document.body.append(paper);
    document.title = shown.title;
    laid(main, shown);
  });
  addEventListener('afterprint', () => {
    paper?.remove();
    document.title = '平安';
  });
}
