import { paged } from '../../formats/html/paged.ts';
import type { Look } from '../worker/look.ts';

type Pages = NonNullable<Look['pages']>;

/** Lays blocks out as pages; comments part them, so that it is known which block a person points at. */
export function laid(main: HTMLElement, { blocks }: Pages): void {
  main.className = '';
  main.innerHTML = blocks.map((block, index) => `<!--${index}-->${block}`).join('');
  paged(main);
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
