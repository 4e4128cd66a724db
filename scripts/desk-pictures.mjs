// node scripts/desk-pictures.mjs — the pictures of the page in docs/desk, by Chromium with the fonts of this computer;
// look at them before you commit them.
import { mkdirSync } from 'node:fs';
import { mustBeBuilt } from './built.mjs';
import { bundled } from './bundle.mjs';

mustBeBuilt();
mkdirSync('docs/desk', { recursive: true });
const { take } = await bundled('scripts/desk-pictures.ts');
await take('docs/desk');
