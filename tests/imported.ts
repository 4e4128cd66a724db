import path from 'node:path';
import { plain, type Table, textsOf } from '../src/document/block.ts';
import type { Document } from '../src/document/document.ts';
import { printedRows } from '../src/document/merges.ts';
import { docx } from '../src/formats/docx/index.ts';
import { kinds, templates } from '../src/io/templates.ts';
import { document, style } from '../src/pipeline.ts';
import type { Plan } from '../src/plan/plan.ts';
import { read } from '../src/plan/read.ts';
import { printedHtml } from '../src/reading/html/index.ts';
import { mended } from '../src/reading/mended.ts';
import type { Printed } from '../src/reading/printed.ts';
import { printedMarkdown, printedText } from '../src/reading/text/printed-text.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import type { Problem } from '../src/schema/problem.ts';
import { outlineOf, structureOf } from '../src/structure/structure.ts';
import { compose } from '../src/template/compose.ts';
import { templateOf } from '../src/template/kind.ts';
import { lostOf, printedWords } from '../src/writing/accounting.ts';
import { labelsOf, relabelled } from '../src/writing/labels.ts';
import { planOf, plansOf } from '../src/writing/plan.ts';

/** The document of a plan as `gen` makes it, without checking its words. */
export async function genOf(source: string) {
  const { plan, problems } = read(source);
  const report = (problem: Problem) => void problems.push(problem);
  const made = plan && document(plan, {}, composeOf(templateOf(plan, allKinds, report), plan.script), report);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return {
    ...(plan && made && { draft: { plan, document: made } }),
    errors,
    lines: made ? linesOf(made) : [],
  };
}

const file = path.resolve('计划.yaml');

const allKinds = kinds(file, undefined);

/** Templates take longer to compile than a document to make. */
const composed = new Map<string, ReturnType<typeof compose>>();

function composeOf(kind: string, script: Plan['script']) {
  const key = `${kind} ${script}`;
  const made = composed.get(key) ?? compose(templates(kind, file, undefined), script);
  composed.set(key, made);
  return made;
}

export type Draft = NonNullable<Awaited<ReturnType<typeof genOf>>['draft']>;

/** A style takes longer to prepare than a document to write. */
const writers = new Map<string, ReturnType<typeof docx>>();

export async function docxOf({ plan, document }: Draft): Promise<Uint8Array> {
  const wanted = style(plan, document);
  const key = JSON.stringify(wanted, (_, value) => (value instanceof Set ? [...value] : value));
  const writer = writers.get(key) ?? docx(wanted);
  writers.set(key, writer);
  return (await writer).write(document);
}

/** What a document prints, a line a block, with the levels of its numbers; blanks are left out. */
function linesOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => {
    const words =
      block.kind === 'table' ? cellsOf(block) : textsOf([block]).map(plain).join('').replace(/\s/g, '');
    const number = 'label' in block ? `${block.level} ${block.label.trim()}` : '';
    return words === '' && number === '' ? [] : [number + words];
  });
}

/** The words of the cells as they are printed, those that are one with a neighbour once; empty ones aren't told apart. */
function cellsOf(table: Table): string {
  const cells = printedRows(table)
    .flat()
    .filter(({ down }) => down > 0);
  const words = cells.map(({ text }) => plain(text).replace(/\s/g, ''));
  return words.filter(Boolean).join('｜');
}

export const readers = {
  docx: (bytes: Uint8Array): Printed => mended(printedDocx(bytes, { tracked: 'accepted' })),
  md: (text: string): Printed => mended(printedMarkdown(text)),
  html: (text: string): Printed => mended(printedHtml(text)),
  txt: (text: string): Printed => mended(printedText(text)),
};

/** The plans of a printed text, with its headings. */
export function importOf(printed: Printed) {
  const structure = structureOf(printed);
  const plans = plansOf(structure.parts).map((parts) => planOf(parts));
  return { structure, plans, outline: outlineOf(structure) };
}

/** What of a source isn't in what its plans print, and isn't told. */
export async function lost(printed: Printed): Promise<string[]> {
  const { structure, plans } = importOf(printed);
  const made = await Promise.all(plans.map(({ text }) => genOf(text)));
  const words = printedWords(made.flatMap(({ draft }) => draft?.document.blocks ?? []));
  const told = [
    ...printed.notes.map(({ text = '' }) => text),
    ...[...structure.apart, ...structure.repeated].map(({ text }) => text),
    ...plans.flatMap(({ notes }) => notes),
  ];
  return lostOf(printed, words, told).map(({ source, text }) => `${source} ${text}`);
}

/** Numbers that the documents of a printed text print otherwise than it has them. */
export async function otherNumbers(printed: Printed) {
  const { structure, plans } = importOf(printed);
  const made = await Promise.all(plans.map(({ text }) => genOf(text)));
  const labels = labelsOf(made.flatMap(({ draft }) => draft?.document.blocks ?? []));
  return relabelled(printed, structure, labels);
}
