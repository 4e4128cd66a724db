// The page in Chromium: its size, how long until the first page of paper stands, and from an edit to the new pages.
import { statSync } from 'node:fs';
import { mustBeBuilt } from '../scripts/built.mjs';
import { bundled } from '../scripts/bundle.mjs';
import { median } from './measure.mjs';

mustBeBuilt();
const { timed } = await bundled('bench/desk-page.ts');
const { first, edits } = await timed();
const size = statSync('dist/pingan.html').size / 1e6;
console.log(`pingan.html ${size.toFixed(2)} MB`);
console.log(`from opening to the first page ${Math.round(median(first))} ms`);
for (const { pages, times } of edits)
  console.log(`from a key to its pages, ${pages} pages: ${Math.round(median(times))} ms`);
