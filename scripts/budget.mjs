// npm run budget -- folder… — runs the text rules over published texts (*.txt, a paragraph a line) and prints their
// hits per 100,000 characters: what is found in clean text is most often a fault of the rule.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './bundle.mjs';

const { findingsIn } = await bundled('scripts/clean-text.ts');

const show = process.argv.includes('--show');
const files = process.argv
  .slice(2)
  .filter((name) => !name.startsWith('--'))
  .flatMap((name) =>
    statSync(name).isDirectory()
      ? readdirSync(name)
          .filter((each) => each.endsWith('.txt'))
          .map((each) => path.join(name, each))
      : [name],
  );
const hits = new Map();
let characters = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  characters += text.replace(/\s/g, '').length;
  for (const { code, severity, quote, message } of findingsIn(text)) {
    const key = `${severity.padEnd(8)}${code}`;
    hits.set(key, (hits.get(key) ?? 0) + 1);
    if (show) console.log(`${path.basename(file)} ${severity} ${code} ${message} ${quote}`);
  }
}
console.log(`${files.length} texts, ${characters} characters`);
for (const [key, count] of [...hits].sort())
  console.log(
    `${key.padEnd(45)}${String(count).padStart(5)}${((count / characters) * 1e5).toFixed(1).padStart(9)} per 100,000`,
  );
