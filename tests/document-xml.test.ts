import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pingan } from './run.ts';

/** An element a line, those within it further in; a text stays with what holds it. */
function indented(xml: string): string {
  let depth = 0;
  const lines: string[] = [];
  for (const [piece, end, name] of xml.matchAll(/<(\/?)([\w:?]+)[^>]*>[^<]*/g)) {
    if (end) depth--;
    const closesText =
      end && lines.at(-1)?.trimStart().startsWith(`<${name}`) && !lines.at(-1)?.endsWith('>');
    if (closesText) lines.push(`${lines.pop()}${piece}`);
    else lines.push('  '.repeat(depth) + piece);
    if (!end && !/^<\?|\/>/.test(piece)) depth++;
  }
  return `${lines.join('\n')}\n`;
}

test.each(['smallest', 'red-head-notice', 'task-list', 'minutes'])(
  '%s is the WordprocessingML that was read and approved',
  async (example) => {
    const golden = path.join('tests/golden', `${example}.xml`);
    const plan = path.join('examples', `${example}.yaml`);
    const { bytes } = await pingan(['gen', plan, '-f', 'docx', '-o', '-'], process.cwd());
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
    const made = indented(xml);
    expect(made.replace(/^ +|\n/gm, '')).toBe(xml);
    if (process.env['UPDATE']) writeFileSync(golden, made);
    expect(made).toBe(readFileSync(golden, 'utf8'));
  },
);
