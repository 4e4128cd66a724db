import path from 'node:path';
import { prepared } from '../../draft/prepared.ts';
import { type Draft, refusal } from '../../engine/drafted.ts';
import { writing } from '../../engine/written.ts';
import type { Format } from '../../formats/format.ts';
import { admit, deliver, type Output, withContent } from '../../io/door.ts';
import { readText, text } from '../../io/files.ts';
import { uses } from '../../template/steering.ts';
import { version } from '../../version.ts';
import { admitGiven } from '../given-values.ts';
import type { Job, Target } from './job.ts';

interface Document {
  format: Format;
  file?: string | undefined;
  comments: number | undefined;
  bytes: Uint8Array;
}

/** The documents of a plan, which are in no file yet. */
export interface Made {
  /** As it was typed. */
  plan: string;
  documents: Document[];
  /** What was found besides, in one line. */
  rest: string | undefined;
}

/** Makes the documents of one plan, as far as pingan makes them itself, or says why it has none. */
export async function made({ plan: name, outputs }: Target, job: Job): Promise<Made | undefined> {
  const { host, terminal, given, template, force, comments } = job;
  const file = name === '-' ? path.join(host.cwd, '计划.yaml') : path.resolve(host.cwd, name);
  const source = name === '-' ? text(await host.stdin(), '标准输入') : readText(file);
  const despite = force ? 'errors' : undefined;
  const wanted = { name, file, source, template, cwd: host.cwd, despite, review: comments } as const;
  const { draft, problems, way, rest, strays } = await prepared(wanted, () => ({ given }));
  if (draft && !comments)
    admitGiven(
      job.set,
      { name, used: uses(draft.plan).names, judge: draft.judge },
      { note: (text) => noteOnce(text, job) },
    );
  const documents = draft && (await written(draft, { name, source }, outputs, job));
  terminal.problems(name === '-' ? '标准输入' : name, source, problems);
  for (const stray of strays) noteOnce(stray, job);
  if (
    draft?.document.blocks.some(({ kind }) => kind === 'contents') &&
    outputs.some(({ format }) => format.name === 'docx')
  )
    noteOnce('目录的页码先印成“…”：在 Word 里点一下目录，按 F9，再选“只更新页码”；PDF 里的已经填好。', job);
  if (documents === undefined) terminal.failed(refusal(name, problems, way));
  return documents && { plan: name, documents, rest };
}

/**
 * What programs of the system make of the documents, each started once for all plans; a plan of which one can't make
 * anything is told and left out.
 */
export async function finished(all: readonly Made[], { terminal }: Job): Promise<Made[]> {
  const documents = all.flatMap((made) => made.documents);
  const known = new Map<Document, Uint8Array | string>();
  for (const format of new Set(documents.map(({ format }) => format))) {
    const own = documents.filter((each) => each.format === format);
    const outcomes = (await format.finish?.(own.map(({ bytes }) => bytes))) ?? [];
    outcomes.forEach((outcome, index) => void known.set(own[index] as Document, outcome));
  }
  return all.flatMap((made) => {
    const outcomes = made.documents.map((each) => known.get(each) ?? each.bytes);
    const fault = outcomes.find((outcome) => typeof outcome === 'string');
    if (fault !== undefined) terminal.failed(`${made.plan} 没有生成文件：${fault}`);
    const whole = made.documents.map((each, index) => ({ ...each, bytes: outcomes[index] as Uint8Array }));
    return fault === undefined ? [{ ...made, documents: whole }] : [];
  });
}

/** Writes the documents of a plan: all that may be, or none. */
export function keep({ documents, rest }: Made, { host, terminal, force }: Job): void {
  const whereTo = documents.map((each) => outputOf(each, { cwd: host.cwd, force }));
  admit(...whereTo.filter((output) => output !== undefined));
  for (const [index, { format, comments, bytes }] of documents.entries()) {
    const output = whereTo[index];
    if (output === undefined) host.out(bytes);
    else {
      deliver(output, bytes);
      terminal.done(`已生成 ${format.title} ${output.shown}${said(comments)}`);
    }
  }
  if (rest !== undefined) terminal.note(rest);
}

function outputOf(
  { format, file, bytes }: Made['documents'][number],
  { cwd, force }: { cwd: string; force: boolean },
): Output | undefined {
  if (file === undefined) return undefined;
  const isOurs = withContent((content) => content.equals(bytes) || format.untouched(content));
  return { file, shown: path.relative(cwd, file) || file, what: format.title, isOurs, force };
}

/** Plans of one folder share their templates. */
function noteOnce(text: string, { noted, terminal }: Job): void {
  if (!noted.has(text)) terminal.note(text);
  noted.add(text);
}

/** The documents as the bytes of their files, with comments where they are wanted. */
async function written(
  draft: Draft,
  { name, source }: { name: string; source: string },
  outputs: Target['outputs'],
  { comments, review, look }: Job,
) {
  const origin = review ? { plan: name === '-' ? '' : path.basename(name), version } : undefined;
  const document = await writing(draft, source, { comments, origin, look });
  return Promise.all(
    outputs.map(async ({ format, file }) => ({
      format,
      file,
      comments: format.comments && comments ? document.comments : undefined,
      bytes: await document.write(format),
    })),
  );
}

function said(comments: number | undefined): string {
  if (comments === undefined) return '';
  return comments === 0 ? '，没有发现问题，没有批注' : `，${comments} 条批注`;
}
