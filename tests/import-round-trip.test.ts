import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../src/formats/html/index.ts';
import { markdown } from '../src/formats/markdown.ts';
import { style } from '../src/pipeline.ts';
import type { Printed } from '../src/reading/printed.ts';
import { type Draft, docxOf, genOf, importOf, lost, readers } from './imported.ts';
import { documents } from './random-documents.ts';
import { examples } from './run.ts';

const runs = Number(process.env['PINGAN_DOCUMENTS'] ?? 20);

test.each(examples)(
  '%s is the same document after a way through Word, Markdown and a web page',
  async (name) => {
    const { draft, lines } = await genOf(readFileSync(`examples/${name}`, 'utf8'));
    if (!draft) throw new Error('no document');
    for (const each of await waysOf(draft)) {
      const again = await genOf(importOf(each).plans[0]?.text ?? '');
      expect(again.errors).toEqual([]);
      expect(again.lines).toEqual(lines);
      expect(await lost(each)).toEqual([]);
    }
  },
);

test('any document is the same after a way through Word, Markdown and a web page', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (source) => {
      const { draft, errors, lines } = await genOf(source);
      if (!draft) throw new Error(errors.join());
      for (const printed of await waysOf(draft)) {
        const { plans } = importOf(printed);
        const again = await Promise.all(plans.map(({ text }) => genOf(text)));
        expect(again.flatMap(({ errors: all }) => all)).toEqual([]);
        expect(again.flatMap((each) => each.lines)).toEqual(lines);
        expect(await lost(printed)).toEqual([]);
      }
    }),
    { numRuns: runs },
  );
});

/** A document as Word, Markdown and a web page print it. */
async function waysOf(draft: Draft): Promise<Printed[]> {
  const page = new TextDecoder().decode(
    (await html(style(draft.plan, draft.document))).write(draft.document),
  );
  return [readers.docx(await docxOf(draft)), readers.md(markdown(draft.document.blocks)), readers.html(page)];
}
