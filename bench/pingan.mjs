import { referencePlan, referenceRow } from './reference.mjs';

const file = '计划.yaml';
const kind = '工作要点';

/** The ways through pingan, from the whole of `gen` down to the writer alone. Each takes a row and gives a .docx. */
export async function pinganWays(modules) {
  const { compose, docx, document, formats, Printing, read, style, templates, uses, variablesFrom } = modules;
  const templatesNow = (script) => compose(templates(kind, file, undefined), script);
  const source = referencePlan();
  const plan = readWhole(read, source);
  const composeOnce = templatesNow(plan.script);
  const made = async (plan, row, compose) => {
    const finished = document(plan, variablesFrom(row), compose, refuse);
    return (await docx(style(plan, finished))).write(finished);
  };
  const { write } = await docx(style(plan, document(plan, {}, composeOnce, refuse)));
  const finished = rowMemory((row) => document(plan, variablesFrom(row), composeOnce, refuse));
  const columns = Object.keys(referenceRow(0));
  const work = { plan, compose: composeOnce, uses: uses(plan), given: {}, columns };
  const printing = new Printing({ ...work, formats: formats.slice(0, 1) });
  return {
    gen: (row) => {
      const plan = readWhole(read, source);
      return made(plan, row, templatesNow(plan.script));
    },
    genCompiled: (row) => made(readWhole(read, source), row, composeOnce),
    once: (row) => made(plan, row, composeOnce),
    batch: async (row) => (await printing.print(Object.values(row), refuse))[0],
    write: (row) => write(finished(row)),
    finished,
  };
}

function readWhole(read, source) {
  const { plan, problems } = read(source);
  if (problems.length > 0)
    throw new Error(`The reference plan has problems: ${JSON.stringify(problems, null, 2)}`);
  return plan;
}

function refuse(problem) {
  throw new Error(`The reference plan has a problem: ${JSON.stringify(problem, null, 2)}`);
}

/** What a way is handed ready-made must not be made while its time is taken: it is kept from the warm-up. */
export function rowMemory(make) {
  const kept = new Map();
  return (row) => {
    if (!kept.has(row)) kept.set(row, make(row));
    return kept.get(row);
  };
}
