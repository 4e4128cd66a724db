import { filled } from '../../document/stencil.ts';
import { firstPage, unchangedFirstPage } from '../../page/first-page.ts';
import { profile } from '../../page/profiles.ts';
import type { Style, Writer } from '../format.ts';
import { blockPieces } from '../pieces.ts';
import { sealed, withSeal } from '../seal.ts';
import { type Piece, together } from '../together.ts';
import { body, placed } from './body.ts';
import { paged } from './paged.ts';
import { sheet } from './sheet.ts';
import { text } from './text.ts';

/** Documents as pages of HTML that need nothing else: the geometry of the Word file, on the screen and in print. */
export function html({ layout, look: learned }: Style): Writer {
  const look = profile(layout, learned);
  const style = sheet(look);
  const page = <T extends Piece>(blocks: readonly T[], title: T, author: T): (T | string)[] => [
    `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="author" content="`,
    author,
    `">
<title>`,
    title,
    `</title>
<style>
${style}</style>
</head>
<body>
<main${look.firstPage ? ` data-first="${look.firstPage}"` : ''}>
`,
    ...blocks,
    `</main>
<script>(${paged})(document.querySelector('main'))</script>
</body>
</html>`,
  ];
  const write: Writer['write'] = ({ blocks, facts: { title, author } }) => {
    const laid = firstPage(blocks, look).blocks;
    return sealed(page(body(laid, look), text(title), text(author)).join(''));
  };
  return {
    write,
    press: (stencil) => {
      const { blocks, facts } = stencil;
      const pieces = blockPieces(blocks, look, (...placing) => placed(...placing, look));
      const title: Piece = (values) => text(facts(values).title);
      const author: Piece = (values) => text(facts(values).author);
      const whole = together([...page(pieces, title, author), '\n'], text);
      const isUsual = unchangedFirstPage(blocks, look);
      return (values) => (isUsual(values) ? withSeal(whole(values)) : write(filled(stencil, values)));
    },
  };
}
