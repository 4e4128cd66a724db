// node scripts/gallery.mjs [folder] — a picture of the first and the last page of every example, as LibreOffice sets them,
// in docs/gallery. The folder has the Fandol fonts (in Debian: texlive-lang-chinese), which stand for 仿宋, 楷体, 黑体 and
// 小标宋. Needs LibreOffice and poppler; look at the pictures before you commit them.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustBeBuilt } from './built.mjs';

const fandol = path.resolve(process.argv[2] ?? '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol');
/** What stands for the faces that documents name. */
const faces = {
  方正小标宋简体: ['FandolSong', 'bold'],
  仿宋: ['FandolFang', 'medium'],
  楷体: ['FandolKai', 'medium'],
  黑体: ['FandolHei', 'medium'],
  宋体: ['FandolSong', 'medium'],
};

mustBeBuilt();
if (!existsSync(path.join(fandol, 'FandolFang-Regular.otf')))
  throw new Error(`no Fandol fonts in ${fandol}: unpack texlive-lang-chinese and name their folder`);
const gallery = 'docs/gallery';
const work = mkdtempSync(path.join(tmpdir(), 'pingan-gallery-'));
const edit = (name, value) => `<edit name="${name}" mode="assign" binding="same">${value}</edit>`;
writeFileSync(
  path.join(work, 'fonts.conf'),
  `<fontconfig><include>/etc/fonts/fonts.conf</include><dir>${fandol}</dir>${Object.entries(faces)
    .map(
      ([name, [family, weight]]) =>
        `<match target="pattern"><test name="family"><string>${name}</string></test>${edit('family', `<string>${family}</string>`)}${weight === 'bold' ? edit('weight', '<const>bold</const>') : ''}</match>`,
    )
    .join('')}</fontconfig>`,
);
rmSync(gallery, { recursive: true, force: true });
mkdirSync(gallery, { recursive: true });
const names = readdirSync('examples').filter((name) => name.endsWith('.yaml'));
execFileSync(
  'node',
  ['bin/pingan.cjs', 'gen', ...names.map((name) => `examples/${name}`), '-f', 'pdf', '-o', `${work}/`],
  { env: { ...process.env, FONTCONFIG_FILE: path.join(work, 'fonts.conf') }, stdio: 'inherit' },
);
const sections = names.map((name) => {
  const stem = name.replace('.yaml', '');
  const pdf = path.join(work, `${stem}.pdf`);
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
  `# 样张\n\n每个例子的第一页和最后一页，由 \`node scripts/gallery.mjs\` 生成：LibreOffice 排版，字体是代用的：仿宋、楷体、黑体、小标宋用 Fandol 的仿宋、楷体、黑体和粗宋体（繁体和生僻字里它没有的，用思源黑体），不是方正字体，也不是 Windows 的。\n\n${sections.join('\n')}`,
);
