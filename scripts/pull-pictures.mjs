// node scripts/pull-pictures.mjs — the pictures of docs/pull.md: a review copy as a leader changed it, and the document
// that is made again when the changes are in the plan. Needs LibreOffice and poppler; look at the pictures before you
// commit them.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mustBeBuilt } from './built.mjs';

mustBeBuilt();
const pictures = 'docs/pull';
const work = mkdtempSync(path.join(tmpdir(), 'pingan-pull-'));
const pingan = (...args) =>
  execFileSync('node', [path.resolve('bin/pingan.cjs'), ...args], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
copyFileSync('examples/village-plan.yaml', path.join(work, '计划.yaml'));
pingan('gen', '计划.yaml', '--review', '-o', '送审.docx');

const parts = unzipSync(readFileSync(path.join(work, '送审.docx')));
let xml = strFromU8(parts['word/document.xml']);

/** Words that Word tracks the change of. */
function change(before, deleted, added, author) {
  const run = new RegExp(`<w:r>((?:(?!</w:r>).)*?)<w:t([^>]*)>([^<]*${before})${deleted}([^<]*)</w:t></w:r>`);
  if (!run.test(xml)) throw new Error(`${before}${deleted} is not in the document`);
  const by = `w:id="900" w:author="${author}" w:date="2026-03-06T09:00:00Z"`;
  xml = xml.replace(run, (_, look, space, front, behind) => {
    const words = (text, name = 't') => `<w:r>${look}<w:${name}${space}>${text}</w:${name}></w:r>`;
    const gone = deleted === '' ? '' : `<w:del ${by}>${words(deleted, 'delText')}</w:del>`;
    return `${words(front)}${gone}<w:ins ${by}>${words(added)}</w:ins>${words(behind)}`;
  });
}

change('矛盾纠纷调解成功率达到', '98', '99', '张三');
change('村安全劝导站、村妇联、', '', '村团支部、', '张三');
change('一般纠纷', '7日内', '5日内', '李四');
const remarked = /<w:r>(?:(?!<\/w:r>).)*整改率达到(?:(?!<\/w:r>).)*<\/w:r>/;
xml = xml.replace(
  remarked,
  '<w:commentRangeStart w:id="50"/>$&<w:commentRangeEnd w:id="50"/><w:r><w:commentReference w:id="50"/></w:r>',
);
parts['word/document.xml'] = strToU8(xml);
parts['word/comments.xml'] = strToU8(
  '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="50" w:author="张三" w:date="2026-03-06T09:00:00Z"><w:p><w:r><w:t>时限能不能提前到汛期以前？</w:t></w:r></w:p></w:comment></w:comments>',
);
parts['[Content_Types].xml'] = strToU8(
  strFromU8(parts['[Content_Types].xml']).replace(
    '</Types>',
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
  ),
);
parts['word/_rels/document.xml.rels'] = strToU8(
  strFromU8(parts['word/_rels/document.xml.rels']).replace(
    '</Relationships>',
    '<Relationship Id="remarks" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
  ),
);
writeFileSync(path.join(work, '改过.docx'), zipSync(parts));

function picture(name, filter) {
  execFileSync(
    'soffice',
    ['--headless', '--convert-to', filter, '--outdir', work, path.join(work, `${name}.docx`)],
    {
      stdio: 'ignore',
    },
  );
  const size = ['-png', '-r', '70', '-f', '1', '-l', '1', '-singlefile'];
  const file = name === '改过' ? 'changed' : 'again';
  execFileSync('pdftoppm', [...size, path.join(work, `${name}.pdf`), path.join(pictures, file)]);
}

picture('改过', 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}');
process.stdout.write(pingan('pull', '改过.docx', '--write'));
pingan('gen', '计划.yaml', '-o', '定稿.docx');
picture('定稿', 'pdf');
rmSync(work, { recursive: true });
