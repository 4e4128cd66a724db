// node scripts/gallery.mjs — a picture of the first and the last page of every example, as LibreOffice sets them with
// the fonts of this computer, in docs/gallery. Needs LibreOffice and poppler; look at the pictures before you commit them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustBeBuilt } from './built.mjs';

mustBeBuilt();
const gallery = 'docs/gallery';
const work = mkdtempSync(path.join(tmpdir(), 'pingan-gallery-'));
rmSync(gallery, { recursive: true, force: true });
mkdirSync(gallery, { recursive: true });
const sections = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const stem = name.replace('.yaml', '');
    const pdf = path.join(work, `${stem}.pdf`);
    execFileSync('node', ['bin/pingan.cjs', 'gen', `examples/${name}`, '-o', pdf]);
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf]).toString())?.[1]);
    const shown = [...new Set([1, pages])];
    const pictures = shown.map((page) => {
      const picture = `${stem}-${page}`;
      const range = ['-f', `${page}`, '-l', `${page}`, '-singlefile'];
      execFileSync('pdftoppm', ['-png', '-r', '60', ...range, pdf, path.join(gallery, picture)]);
      return `![${stem} 第${page}页](gallery/${picture}.png)`;
    });
    const [first = ''] = readFileSync(`examples/${name}`, 'utf8').split('\n', 1);
    return `## [${name}](../examples/${name})\n\n${first.replace(/^# /, '')}\n\n${pictures.join(' ')}\n`;
  });
rmSync(work, { recursive: true });
writeFileSync(
  'docs/gallery.md',
  `# 样张\n\n每个例子的第一页和最后一页，由 \`node scripts/gallery.mjs\` 生成：LibreOffice 排版，字体是代用的，不是方正字体。\n\n${sections.join('\n')}`,
);
