// npm run pages — how far the web pages of the examples break as the Word files do: their page starts and lines in
// Chromium, on the screen and printed, against those of LibreOffice. Writes docs/pages.json, of which npm run docs tells.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mustBeBuilt } from './built.mjs';

mustBeBuilt();
const work = mkdtempSync(path.join(tmpdir(), 'pingan-pages-'));
const inWork = (name) => path.join(work, name);
const names = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''))
  .filter((name) => !process.env.ONLY || process.env.ONLY.split(',').includes(name));

function call(tool, ...args) {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { maxBuffer: 1 << 28 });
  if (error || status !== 0) throw new Error(`${tool}: ${error?.message ?? stderr}`);
  return stdout.toString();
}

const chromium = (...args) =>
  call(
    'chromium',
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    `--user-data-dir=${inWork('chromium')}`,
    ...args,
  );

/** Marks hang over the end of a line in Word. LibreOffice 7.4 takes the word for it for its opposite, so here it is turned round. */
function hanging(docx) {
  const parts = unzipSync(readFileSync(docx));
  const styles = strFromU8(parts['word/styles.xml']).replaceAll('<w:overflowPunct/>', '');
  return zipSync({ ...parts, 'word/styles.xml': strToU8(styles) });
}

/** The lines of pages of words with their places, without blanks and without the number of the page. */
function lines(words) {
  const found = [];
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const line = found.at(-1);
    if (line && word.y - line.y < 4) line.words.push(word);
    else found.push({ y: word.y, words: [word] });
  }
  return found
    .map(({ words }) =>
      words
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    )
    .filter((line) => line !== '' && !/^—\d+—$/.test(line));
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function printedPages(pdf) {
  const html = call('pdftotext', '-bbox', pdf, '-');
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      lines(
        [
          ...page.matchAll(
            /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</g,
          ),
        ].map(([, x, top, bottom, text]) => ({
          x: Number(x),
          y: (Number(top) + Number(bottom)) / 2,
          text: text.replace(/&([\w#]+);/g, (all, name) => entities[name] ?? all),
        })),
      ),
    );
}

/** The same by the order of the text, since Chromium's fonts have no height of their own in a PDF. */
function linesInOrder(pdf) {
  const pages = call('pdftotext', '-layout', pdf, '-').split('\f');
  return pages.slice(0, -1).map((page) =>
    page
      .replace(/[^\S\n]/g, '')
      .split('\n')
      .filter((line) => line !== '' && !/^—\d+—$/.test(line)),
  );
}

/** Put at the end of a page: where each of its characters stands, in points, by the sheets of paper. */
function look() {
  const sheets = [...document.querySelectorAll('.sheet')].map((sheet) => sheet.getBoundingClientRect());
  const pages = sheets.map(() => []);
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      if (node.data[at].trim() === '') continue;
      // The head of a table stands on each of its pages.
      for (const box of range.getClientRects()) {
        const [x, y] = [box.left, (box.top + box.bottom) / 2];
        const on = sheets.findIndex(
          (each) => y > each.top && y < each.bottom && x > each.left && x < each.right,
        );
        pages[on]?.push({ x, y: y * 0.75, text: node.data[at] });
      }
    }
  }
  document.body.replaceChildren(
    Object.assign(document.createElement('pre'), { textContent: JSON.stringify(pages) }),
  );
}

function shownPages(name) {
  const html = readFileSync(inWork(`${name}.html`), 'utf8');
  const file = inWork(`${name}-looked.html`);
  writeFileSync(
    file,
    html.replace(
      '</body>',
      `<script>document.fonts.ready.then(() => setTimeout(${look}, 50))</script></body>`,
    ),
  );
  const dom = chromium('--virtual-time-budget=10000', '--dump-dom', file);
  const pages = JSON.parse(
    /<pre>(.*)<\/pre>/s.exec(dom)[1].replace(/&([\w#]+);/g, (all, each) => entities[each] ?? all),
  );
  return pages.map(lines);
}

const tally = () => ({ pages: 0, starts: 0, lines: 0, equal: 0 });

/** Adds what of the pages of a document is the same in another view of it. */
function compare(sum, wanted, shown) {
  const differences = [];
  wanted.forEach((page, index) => {
    const other = shown[index] ?? [];
    sum.pages++;
    const same = page[0]?.slice(0, 6) === other[0]?.slice(0, 6);
    if (same) sum.starts++;
    else differences.push(`page ${index + 1}: ${page[0]} ≠ ${other[0]}`);
    const left = [...other];
    for (const line of page) {
      sum.lines++;
      // A mark that hangs may be lost in a PDF.
      const at = left.findIndex(
        (each) => each.replace(/[、，。；：]$/, '') === line.replace(/[、，。；：]$/, ''),
      );
      if (at >= 0) left.splice(at, 1);
      if (at >= 0) sum.equal++;
      else differences.push(`  ${index + 1}: ${line}`);
    }
    differences.push(...left.map((line) => `  ${index + 1}> ${line}`));
  });
  return differences;
}

for (const name of names)
  call(
    'node',
    'bin/pingan.cjs',
    'gen',
    `examples/${name}.yaml`,
    '-f',
    'docx,html',
    '-o',
    `${work}/`,
    '--set',
    '村名=柳溪村',
  );
for (const name of names) writeFileSync(inWork(`${name}-hanging.docx`), hanging(inWork(`${name}.docx`)));
call(
  'soffice',
  `-env:UserInstallation=file://${inWork('office')}`,
  ...['--headless', '--convert-to', 'pdf', '--outdir', work],
  ...names.flatMap((name) => [inWork(`${name}.docx`), inWork(`${name}-hanging.docx`)]),
);
const figures = { screen: tally(), print: tally(), pdf: tally() };
for (const name of names) {
  const word = printedPages(inWork(`${name}-hanging.pdf`));
  const shown = shownPages(name);
  chromium('--no-pdf-header-footer', `--print-to-pdf=${inWork(`${name}-web.pdf`)}`, inWork(`${name}.html`));
  const differences = compare(figures.screen, word, shown);
  const printed = compare(
    figures.print,
    linesInOrder(inWork(`${name}-hanging.pdf`)),
    linesInOrder(inWork(`${name}-web.pdf`)),
  );
  compare(figures.pdf, printedPages(inWork(`${name}.pdf`)), shown);
  if (process.argv.includes('--show')) console.log([name, ...differences, '--print', ...printed].join('\n'));
}
rmSync(work, { recursive: true });
console.log(figures);
if (!process.argv.includes('--show'))
  writeFileSync('docs/pages.json', `${JSON.stringify(figures, null, 2)}\n`);
