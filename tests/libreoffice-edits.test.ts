import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Pulled } from '../src/engine/pull/pulled.ts';
import { remarks } from '../src/engine/pull/remarks.ts';
import { shippedWorld } from '../src/engine/shipped-world.ts';
import { profileIn } from '../src/io/office.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { OfficeDocument, type Step } from './office-document.ts';
import { madeOf, pulledFrom } from './pulled.ts';
import { change, dice, type Edit, kinds } from './random-edits.ts';
import { examples, folder } from './run.ts';
import { unsayable } from './sayable.ts';
import { nowOf } from './structural-edits.ts';
import { converted, withTools } from './tools.ts';

/** One that knows LibreOffice; Debian gives it to the Python of the system only. */
const python = ['python3', '/usr/bin/python3'].find(
  (each) => spawnSync(each, ['-c', 'import uno']).status === 0,
);

/** How many edits of each kind at each example, where more is asked for; else one of each kind at any of them. */
const runs = Number(process.env['PINGAN_DOCUMENTS'] ?? 0);

/** A review copy, and what is done to it in LibreOffice. */
interface Job {
  name: string;
  source: string;
  made: Uint8Array;
  texts: readonly string[];
  kind: string;
  edit: Edit | undefined;
  /** How many paragraphs and cells it changes or takes out. */
  touched: number;
  tracked: boolean;
  steps: readonly Step[];
}

async function jobs(): Promise<Job[]> {
  const roll = dice(process.env['CI'] ? 20_261_128 : Date.now() % 2 ** 31);
  const all = ['none', ...kinds];
  const places = all.flatMap((kind) =>
    runs > 0
      ? examples.flatMap((name) => Array.from({ length: runs }, () => ({ name, kind })))
      : { name: examples[roll(examples.length)] ?? '', kind },
  );
  const made: Job[] = [];
  for (const { name, kind } of places) {
    const source = readFileSync(`examples/${name}`, 'utf8');
    const copy = await madeOf(source, {}, true);
    const document = new OfficeDocument(copy);
    const { texts, steps } = document;
    const edit = isEdit(kind) ? change(document, kind, roll) : undefined;
    const tracked = roll(2) === 1;
    const touched = kind === 'row gone' && edit ? document.row(edit.at).length : kind === 'merge' ? 2 : 1;
    if (edit || !isEdit(kind))
      made.push({ name, source, made: copy, texts, kind, edit, touched: edit ? touched : 0, tracked, steps });
  }
  return made;
}

const isEdit = (kind: string): kind is Edit['kind'] => (kinds as readonly string[]).includes(kind);

const remark = { author: '张三', text: '这一条再斟酌。' };

/** Somebody’s comment at the last paragraph; LibreOffice 7.4 without windows goes down over one that it makes itself. */
function commented(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const put = (name: string, before: string, xml: string) => {
    const text = strFromU8(files[name] as Uint8Array);
    const at = text.lastIndexOf(before);
    files[name] = strToU8(text.slice(0, at) + xml + text.slice(at));
  };
  const [office, word] = [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'application/vnd.openxmlformats-officedocument.wordprocessingml',
  ];
  put('word/document.xml', '<w:bookmarkEnd', '<w:r><w:commentReference w:id="0"/></w:r>');
  put(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="c" Type="${office}/comments" Target="comments.xml"/>`,
  );
  put(
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/word/comments.xml" ContentType="${word}.comments+xml"/>`,
  );
  files['word/comments.xml'] = strToU8(
    `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="${remark.author}"><w:p><w:r><w:t>${remark.text}</w:t></w:r></w:p></w:comment></w:comments>`,
  );
  return zipSync(files);
}

/** Has them done; a document that LibreOffice goes down over isn't there. */
function saved(all: readonly Job[], cwd: string): (Uint8Array | undefined)[] {
  const given = all.map(({ made, tracked, steps }, index) => {
    const [from, to] = [path.join(cwd, `${index}.docx`), path.join(cwd, `${index} saved.docx`)];
    writeFileSync(from, made);
    return { from, to, tracked, steps };
  });
  const profile = path.join(cwd, 'profile');
  profileIn(profile);
  const { stderr, status } = spawnSync(python ?? '', ['tests/libreoffice-edits.py', profile], {
    input: JSON.stringify(given),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  if (runs > 0) process.stdout.write(stderr);
  return given.map(({ to }) => (existsSync(to) ? new Uint8Array(readFileSync(to)) : undefined));
}

/** What an edit has to come to. */
function judged(
  { edit, source }: Job,
  { changes, isExact, source: after }: Pulled & { isExact: boolean },
): boolean {
  if (!edit) return changes.length === 0 && after === source;
  const isTold = changes.some(({ taken, follows }) => !taken || follows);
  return changes.length > 0 && (isExact || isTold);
}

const tools = ['soffice', ...(python === undefined ? ['python3-uno'] : [])];

withTools(tools, 'what somebody changes in LibreOffice', () => {
  test('comes back, or is told, and what nobody touched is found', async () => {
    const all = await jobs();
    const documents = saved(all, folder());
    const tally = new Map<string, Record<string, number>>();
    const paragraphs = { found: 0, all: 0 };
    for (const [index, job] of all.entries()) {
      const { name, kind, edit, source, made, texts, tracked, touched } = job;
      const bytes = documents[index];
      const done = await (bytes && pulledFrom(source, made, bytes));
      const now = (await nowOf(source)).made;
      const isCarried = done?.changes.every(({ taken }) => taken);
      const outcome = !done
        ? 'none'
        : ((edit && unsayable(now, texts, edit)) ?? (isCarried ? 'carried' : 'listed'));
      const own = tally.get(kind) ?? {};
      tally.set(kind, { ...own, [outcome]: (own[outcome] ?? 0) + 1 });
      if (!bytes || !done) continue;
      const isRight = judged(job, done);
      if (runs > 0 && outcome !== 'carried' && (!isRight || outcome === 'listed'))
        process.stdout.write(
          `${JSON.stringify({ name, kind, tracked, isRight, outcome, edit, text: texts[edit?.at ?? 0], changes: done.changes, strange: done.strange })}\n`,
        );
      if (runs === 0)
        expect({ name, edit, tracked, changes: done.changes, isRight, strange: done.strange }).toMatchObject({
          isRight: true,
          strange: [],
        });
      const untouched = now.length - touched;
      paragraphs.all += untouched;
      paragraphs.found += Math.min(done.matched.untouched, untouched);
      expect([name, kind, rememberedIn(bytes)]).toEqual([name, kind, rememberedIn(made)]);
    }
    if (runs > 0)
      process.stdout.write(`${[...tally, paragraphs].map((each) => JSON.stringify(each)).join('\n')}\n`);
    expect(paragraphs.found).toBeGreaterThanOrEqual(0.99 * paragraphs.all);
  }, 3_600_000);

  test('keeps comments, which come back', async () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, 'sent'));
    const names = examples.filter((name) => /^(?:village|task|red)/.test(name));
    for (const name of names) {
      const source = readFileSync(`examples/${name}`, 'utf8');
      const copy = commented(await madeOf(source, {}, true));
      writeFileSync(path.join(cwd, 'sent', `${name}.docx`), copy);
      converted('docx:MS Word 2007 XML', cwd, `sent/${name}.docx`);
      const bytes = new Uint8Array(readFileSync(path.join(cwd, `${name}.docx`)));
      expect(Buffer.compare(bytes, copy)).not.toBe(0);
      const { changes, source: after } = await pulledFrom(source, copy, bytes);
      expect([name, changes, after]).toEqual([name, [], source]);
      const printed = printedDocx(bytes, { tracked: 'accepted' });
      const world = shippedWorld();
      expect(await remarks(printed, { name: '计划.yaml', source, world, given: {} })).toMatchObject([remark]);
    }
  }, 120_000);
});
