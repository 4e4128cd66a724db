import type { NumberedBlock } from '../../document/block.ts';
import type { Facts } from '../../document/document.ts';
import { filled, isLive } from '../../document/stencil.ts';
import { firstPage, unchangedFirstPage } from '../../page/first-page.ts';
import { profile } from '../../page/profiles.ts';
import type { Style, Writer } from '../format.ts';
import { sealed } from '../seal.ts';
import { placed } from './body.ts';
import { paged } from './paged.ts';
import { sheet } from './sheet.ts';
import { text } from './text.ts';

/** Documents as pages of HTML that need nothing else: the geometry of the Word file, on the screen and in print. */
export function html({ layout, look: learned }: Style): Writer {
  const look = profile(layout, learned);
  const style = sheet(look);
  const page = (body: string, { title, author }: Facts) =>
    sealed(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="author" content="${text(author)}">
<title>${text(title)}</title>
<style>
${style}</style>
</head>
<body>
<main${look.firstPage ? ` data-first="${look.firstPage}"` : ''}>
${body}</main>
<script>(${paged})(document.querySelector('main'))</script>
</body>
</html>`);
  const write: Writer['write'] = ({ blocks, facts }) => {
    const laid = firstPage(blocks, look).blocks;
    return page(
      laid.map((block, index) => placed(block, laid[index - 1], laid[index + 1], look)).join(''),
      facts,
    );
  };
  return {
    write,
    press: (stencil) => {
      const { blocks, facts } = stencil;
      const shapes = blocks.map((block): NumberedBlock => (isLive(block) ? block.marked : block));
      const parts = blocks.map((block, index) => {
        const around = [shapes[index - 1], shapes[index + 1], look] as const;
        if (!isLive(block)) return placed(block, ...around);
        return (values: readonly string[]) => placed(block.filled(values), ...around);
      });
      const isUsual = unchangedFirstPage(blocks, look);
      return (values) =>
        isUsual(values)
          ? page(
              parts.map((part) => (typeof part === 'string' ? part : part(values))).join(''),
              facts(values),
            )
          : write(filled(stencil, values));
    },
  };
}
