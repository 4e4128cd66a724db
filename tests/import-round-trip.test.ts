import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../src/formats/html/index.ts';
import { markdown } from '../src/formats/markdown.ts';
import { style } from '../src/pipeline.ts';
import { docxOf, genOf, importOf, lost, readers } from './imported.ts';
import { documents } from './random-documents.ts';
import { examples } from './run.ts';

const runs = Number(process.env['PINGAN_DOCUMENTS'] ?? 40);

test.each(examples)(
  '%s is the same document after a way through Word, Markdown and a web page',
  async (name) => {
    const { draft, lines } = await genOf(readFileSync(`examples/${name}`, 'utf8'));
    if (!draft) throw new Error('no document');
    const printed = readers.docx(await docxOf(draft));
    const inMarkdown = readers.md(markdown(draft.document.blocks));
    const page = readers.html(
      (await html(style(draft.plan, draft.document))).write(draft.document).toString(),
    );
    for (const each of [printed, inMarkdown, page]) {
      const again = await genOf(importOf(each).plans[0]?.text ?? '');
      expect(again.errors).toEqual([]);
      expect(again.lines).toEqual(lines);
      expect(await lost(each)).toEqual([]);
    }
  },
);

test('any document is the same after a way through Word', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (source) => {
      const { draft, errors, lines } = await genOf(source);
      if (!draft) throw new Error(errors.join());
      const printed = readers.docx(await docxOf(draft));
      const { plans } = importOf(printed);
      const again = await Promise.all(plans.map(({ text }) => genOf(text)));
      expect(again.flatMap(({ errors: all }) => all)).toEqual([]);
      expect(again.flatMap((each) => each.lines)).toEqual(lines);
      expect(await lost(printed)).toEqual([]);
    }),
    { numRuns: runs },
  );
});
