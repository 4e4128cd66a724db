// npm run docs — writes docs/conformance.md: the clauses of GB/T 9704—2012, and the tests that are named after each.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const page = 'docs/conformance.md';
/** What `npm run pages` has measured. */
const measured = JSON.parse(readFileSync('docs/pages.json', 'utf8'));

/** What the clauses ask for, in our words; where no test is named after one, what is to be said of it. */
const clauses = [
  ['5.1', 'A4 纸', ''],
  ['5.2.1', '天头、订口、版心', ''],
  ['5.2.2', '三号仿宋', '样式里写明；字体由打开文件的电脑提供，没有用方正字体看过'],
  [
    '5.2.3',
    '每页 22 行、每行 28 字',
    '由行网格和字距排出；写“网格: 行和字符”的，Word 的文档网格里也是 28 × 22，LibreOffice 7.4 打开是每行 14 字，`-f pdf` 仍是 28 字',
  ],
  [
    '7.2.1',
    '份号',
    '份号、密级、紧急程度是正文里的段，不是图文框：在 Word 里删去一行，下面的标志上移 10.2 毫米（量得 70.8 到 60.6），在计划里删去再生成则不动；放进高度固定的图文框，标志不动（71.0），但 LibreOffice 里这三行都低 0.9 毫米，Word、WPS 里怎样没有看过，所以没有用',
  ],
  ['7.2.2', '密级和保密期限', ''],
  ['7.2.3', '紧急程度', ''],
  [
    '7.2.4',
    '发文机关标志',
    '长名称先缩小（字宽不小于 80%），一号字一行还排不下的分成几行；版头占满首页的再缩小，最小 24 磅；套打的不动',
  ],
  ['7.2.5', '发文字号', ''],
  ['7.2.6', '签发人', ''],
  ['7.2.7', '红色分隔线', ''],
  ['7.3.1', '标题', ''],
  ['7.3.2', '主送机关', '主送太多、首页会没有正文的，移到版记，并说明'],
  [
    '7.3.3',
    '正文和层次序数',
    '首页必有正文：36 种版头、标题和正文的长短里，26 种做到，10 种（全文一段，连落款放不下一页）说明；量自 LibreOffice 和 Chromium',
  ],
  ['7.3.4', '附件说明', ''],
  [
    '7.3.5.1',
    '加盖印章的署名和日期',
    '联合行文的各机关并排成列，排不下的另起一排；20 字以上的名称在词之间分行，各行居中',
  ],
  [
    '7.3.5.2',
    '不加盖印章的署名和日期',
    '比一行长的名称在词之间分行，日期比第一行右空二字。从 Word 文件经 LibreOffice 7.4 看，日期里数字两旁各多出 0.2 字（共 0.8 到 1 字），`-f pdf` 没有',
  ],
  ['7.3.5.3', '签名章', '签名章本身的宽度按 35 毫米留空'],
  ['7.3.5.4', '成文日期', ''],
  [
    '7.3.5.5',
    '排不下时的处理',
    '不盖章、盖章、签名章、印章的图片、四个单位、一个到十一个附件、附注、表格、图片、结语，落款前的文字停在一页的 22 个位置，共 792 份，LibreOffice 和 Chromium 里落款没有一次单独在一页（每次提交查 44 份）：署名和日期总在一页，前面的一段（表格是最后一行）跟着走：Word 里留下前几行，LibreOffice 里整段挪过去；最后一段有 19 到 21 行、和落款一页排不下的，Word 文件在 LibreOffice 里 22 个位置有 3 到 5 个分开（量过 132 份，19 行而上面没有标题的不分开）；`-f pdf` 里五行以上的也留下前几行，排好以后落款单独在一页的，让最后两行跟着走，重排一次（量过 5 到 47 行的 968 份，没有一次分开，字一个不少）；不自动缩行距，也不印“此页无正文”',
  ],
  ['7.3.6', '附注', ''],
  ['7.3.7', '附件', '分开装订的附件，页码仍接着正文编'],
  ['7.4.1', '版记的分隔线和位置', '网页在屏幕上同 Word 文件，打印时接在正文后面；不会分在两页'],
  ['7.4.2', '抄送机关', ''],
  ['7.4.3', '印发机关和印发日期', '放不下一行的，机关在词之间分行，日期不分'],
  ['7.5', '页码', '版记单独成面的写“版记: 另面”'],
  ['8', '横排表格', '横排附件的注和结语在同一页，版记回到竖的一页；列太多的附件提示横排'],
  ['10.1', '信函格式', '网页打印时同样有首页的双线'],
  ['10.2', '命令（令）格式', '签名章的位置同 7.3.5.3'],
  ['10.3', '纪要格式', ''],
];

/** Names of tests, with the clauses that they name; 7.2.1—7.2.3 names three. */
const tests = readdirSync('tests')
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((file) => {
    const names = readFileSync(`tests/${file}`, 'utf8').matchAll(
      /'((?:\d+(?:\.\d+)+[—,:]|[^'\n]*GB\/T 9704—2012 \d)[^'\n]*)'/g,
    );
    return [...names].map(([, name = '']) => ({ file, name, clauses: named(name) }));
  })
  .filter((test) => test.clauses.length > 0);

function named(name) {
  const whole = /GB\/T 9704—2012 (\d+)(?![\d.])/.exec(name)?.[1];
  if (whole) return [whole];
  const found = [...name.matchAll(/(?<![\d.])(\d+(?:\.\d+){1,3})(?:—((?:\d+\.)+)(\d+))?(?![\d.]*\s*mm)/g)];
  return found.flatMap(([, first = '', stem, last]) => {
    if (stem === undefined) return [first];
    const from = Number(first.split('.').pop());
    return Array.from({ length: Number(last) - from + 1 }, (_, index) => stem + (from + index));
  });
}

const rows = clauses.map(([clause, what, remark]) => {
  const own = tests.filter((test) => test.clauses.includes(clause));
  const shown = own.map(({ file, name }) => `\`tests/${file}\`：${name.replaceAll('|', '\\|')}`);
  return `| ${clause} | ${what} | ${shown.join('<br>') || '没有以它命名的测试'} | ${remark} |`;
});
const share = (part, whole) => `${part} / ${whole}（${((100 * part) / whole).toFixed(1)}%）`;
const views = [
  ['屏幕上的网页', '行末标点悬挂', measured.screen],
  ['打印的网页', '行末标点悬挂', measured.print],
  ['屏幕上的网页', '`-f pdf`，标点不悬挂', measured.pdf],
].map(
  ([view, against, { pages, starts, lines, equal }]) =>
    `| ${view} | ${against} | ${share(starts, pages)} | ${share(equal, lines)} |`,
);
const text = `# GB/T 9704—2012 的条款和测试

本页由 \`npm run docs\` 生成：左边是条款，右边是以它命名的测试。位置在 LibreOffice 排出的 PDF 上量，网页在 Chromium 打印的 PDF 上量。
**没有在 Word 和 WPS 里、用方正字体看过。** 条款的内容据公开的转载，没有对照过标准的正式文本。

| 条款 | 内容 | 测试 | 说明 |
| --- | --- | --- | --- |
${rows.join('\n')}

## PDF 里的字

全部例子、三种规格各 150 段标点密集的文字、200 份随机的计划，LibreOffice 和 Chromium 的 PDF 里一个字、一个标点也不少（\`tests/every-character.test.ts\`，每次提交查 4 份随机的）。

## 网页和 Word 文件分页是否相同

全部例子，由 \`npm run pages\` 量：Chromium 里每页从哪几个字开始、每一行是哪些字，和 LibreOffice 排的 Word 文件相比。Word 让行末的标点悬挂在版心外面，网页也是；LibreOffice 7.4 悬挂的标点在 PDF 里会丢，所以 \`-f pdf\` 不悬挂，断行略有不同。

| 网页 | LibreOffice | 同样的页首 | 同样的行 |
| --- | --- | --- | --- |
${views.join('\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${page} is not what the tests say: run npm run docs and commit it.`);
  process.exitCode = 1;
}
