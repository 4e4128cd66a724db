// What `npm run bench -- growth` times: one function per way through the house.

import { FileNames } from '../../src/batch/file-names.ts';
import { Printing } from '../../src/batch/printing.ts';
import { Sums } from '../../src/batch/sums.ts';
import { survey } from '../../src/batch/survey.ts';
import { check } from '../../src/configuration/check.ts';
import { plain } from '../../src/configuration/configuration.ts';
import { DataError } from '../../src/data/data-error.ts';
import { table } from '../../src/data/index.ts';
import { formats } from '../../src/formats/index.ts';
import { kinds, templates } from '../../src/io/templates.ts';
import { fixAll, withSureFixes } from '../../src/lint/fix.ts';
import { document, style } from '../../src/pipeline.ts';
import { read } from '../../src/plan/read.ts';
import { variablesFrom } from '../../src/plan/variables.ts';
import { mended } from '../../src/reading/mended.ts';
import { printedText } from '../../src/reading/text/printed-text.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { inOrder, type Problem } from '../../src/schema/problem.ts';
import { structureOf } from '../../src/structure/structure.ts';
import { type Compose, compose } from '../../src/template/compose.ts';
import { templateOf } from '../../src/template/kind.ts';
import { uses } from '../../src/template/steering.ts';
import { Terminal } from '../../src/ui/terminal.ts';
import { lostOf, printedWords } from '../../src/writing/accounting.ts';
import { nextYear } from '../../src/writing/next-year.ts';
import { planOf, plansOf } from '../../src/writing/plan.ts';

const strict = { ...plain, preset: 'strict' } as const;
const find = (source: string) => check(read(source), source, { file: '计划.yaml', configuration: strict });

/** Templates are the same whatever the text is, and would hide what it costs. */
const composed = new Map<string, Compose>();

function ready(source: string) {
  const { plan, problems } = read(source);
  if (plan === undefined) return undefined;
  const kind = templateOf(plan, kinds('计划.yaml', undefined), () => {});
  const known =
    composed.get(kind + plan.script) ?? compose(templates(kind, '计划.yaml', undefined), plan.script);
  composed.set(kind + plan.script, known);
  return { plan, problems, compose: known };
}

const gen = (name: string) => async (source: string) => {
  const made = ready(source);
  if (made === undefined) return;
  const { plan, problems } = made;
  const printed = document(plan, {}, made.compose, (problem: Problem) => void problems.push(problem));
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  (await format.prepare(style(plan, printed))).write(printed);
  new Terminal({ say: () => {}, colour: false }).problems('计划.yaml', source, inOrder(problems));
};

const plans: Record<string, (source: string) => unknown> = {
  read: (source) => read(source),
  lint: (source) => {
    const problems = withSureFixes(source, find(source));
    pretty({
      files: [{ file: '计划.yaml', source, problems }],
      rules: new Map(),
      version: '',
      colour: false,
    });
  },
  fix: (source) => fixAll(source, find, true),
  'next year': (source) => nextYear(source),
  docx: gen('docx'),
  md: gen('md'),
  html: gen('html'),
  batch: async (source) => {
    const made = ready(source);
    if (made === undefined) return;
    const { plan } = made;
    const wanted = formats.filter(({ name }) => name === 'docx');
    const given = variablesFrom({});
    const work = { plan, compose: made.compose, uses: uses(plan), given, columns: ['村名'], formats: wanted };
    const printing = new Printing(work);
    for (const village of ['柳溪村', '松岭村', '竹坪村']) await printing.print([village], () => {});
  },
};

/** A text as `import` goes through it: a plan of it, the document that this makes, and what is lost. */
async function imported(source: string) {
  const printed = mended(printedText(source));
  const structure = structureOf(printed);
  const texts = plansOf(structure.parts).map((parts) => planOf(parts).text);
  const made = texts.map((text) => {
    find(text);
    const draft = ready(text);
    return draft ? printedWords(document(draft.plan, {}, draft.compose, () => {}).blocks) : '';
  });
  const told = [...structure.apart, ...structure.repeated].map(({ text }) => text);
  lostOf(printed, made.join('\n'), [...printed.notes.map(({ text = '' }) => text), ...told]);
}

/** A table as `batch` goes through it: names of columns, names of files, and all rows. */
async function data({ kind, bytes }: { kind: string; bytes: Uint8Array }) {
  const source = {
    name: `村表.${kind}`,
    kind,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  };
  const read = await table(source, undefined);
  const names = new FileNames('{{村名}}', read.columns, variablesFrom({}));
  await survey(
    () => read.rows(),
    ({ values }) => names.of(values),
    new Sums([], read.columns),
  );
}

/** What is wrong with a table is told, which takes its time as well. */
const told = (given: Parameters<typeof data>[0]) =>
  data(given).catch((thrown: unknown) => {
    if (!(thrown instanceof DataError)) throw thrown;
  });

/** By name, what is timed. */
export const steps: Record<string, (made: never) => unknown> = { ...plans, import: imported, data: told };
