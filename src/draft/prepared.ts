import path from 'node:path';
import { check } from '../configuration/check.ts';
import { configure } from '../configuration/configure.ts';
import type { Document } from '../document/document.ts';
import type { Style } from '../formats/format.ts';
import { album } from '../io/album.ts';
import { strayTemplates } from '../io/stray-templates.ts';
import { kinds, templates } from '../io/templates.ts';
import { document } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import { read } from '../plan/read.ts';
import { sections } from '../plan/sections.ts';
import type { Variables } from '../plan/variables.ts';
import { inOrder, type Problem, type Report } from '../schema/problem.ts';
import { type Compose, compose, type TemplateFiles } from '../template/compose.ts';
import { templateOf } from '../template/kind.ts';
import { letterheadOf } from './letterhead.ts';
import { verdict } from './verdict.ts';

/** A plan of which documents are to be made. */
interface Wanted {
  /** As it was typed; “-” is standard input. */
  name: string;
  file: string;
  source: string;
  /** A folder of templates from the command line. */
  template: string | undefined;
  /** Where the search for a configuration begins. */
  cwd: string;
  /** What isn't to be in the way: what checking finds, or every mistake. */
  despite?: 'findings' | 'errors' | undefined;
  /** What checking finds goes into the document, for someone to judge. */
  review?: boolean;
}

/** A document that is made to see what is wrong. */
export interface Trial {
  given: Variables;
  /** What a problem of it becomes for the plan; by itself it stays what it is. */
  retold?(problem: Problem): readonly Problem[];
  /** Values only stand for those of a table, so what they name needn't be there. */
  isSample?: true;
}

/** A plan with everything that its documents need. */
export interface Draft<T extends Trial = Trial> {
  plan: Plan;
  templates: TemplateFiles;
  compose: Compose;
  own: Pick<Style, 'letterhead'>;
  trial: T;
  document: Document;
  /** All that checking has found. */
  found: readonly Problem[];
}

interface Prepared<T extends Trial> {
  /** Missing where something stands in the way. */
  draft?: Draft<T>;
  problems: Problem[];
  /** What can be done about what stands in the way. */
  way?: string;
  /** What was found besides, in one line. */
  rest?: string | undefined;
  /** Templates of one's own that nothing uses, and why. */
  strays: readonly string[];
}

/** Reads a plan, makes a trial document by its templates, and checks it; it is stopped by the first stage with errors. */
export async function prepared<T extends Trial>(
  { name, file, source, template, cwd, despite, review }: Wanted,
  trialOf: (plan: Plan) => T,
): Promise<Prepared<T>> {
  const reading = read(source);
  const { plan, problems } = reading;
  const report: Report = (problem) => void problems.push(problem);
  const isStopped = () => despite !== 'errors' && problems.some(isError);
  const strays = strayTemplates(file, template, titles);
  if (plan === undefined || isStopped()) return { problems: inOrder(problems), strays };
  const files = templates(templateOf(plan, kinds(file, template), report), file, template);
  const composed = compose(files, plan.script);
  const trial = trialOf(plan);
  const pictures = album(path.dirname(file));
  const made = document(
    plan,
    trial.given,
    composed,
    (problem) => {
      for (const each of trial.retold?.(problem) ?? [problem]) report(each);
    },
    { album: (name, filled) => (filled && trial.isSample ? undefined : pictures(name)) },
  );
  const letterhead = await letterheadOf(plan, file, report);
  if (isStopped()) return { problems: inOrder(problems), strays };
  const found = check(reading, source, { file, configuration: await configure(undefined, cwd) });
  const own = letterhead ? { letterhead } : {};
  const draft = { plan, templates: files, compose: composed, own, trial, document: made, found };
  if (review) return { draft, problems: inOrder(problems), strays };
  const known = new Set(problems);
  const isNew = (problem: Problem) => !known.has(problem);
  const { inTheWay, way, rest } = verdict(found.filter(isNew), { name, force: despite !== undefined });
  problems.push(...inTheWay);
  return { problems: inOrder(problems), way, strays, ...(!isStopped() && { draft, rest }) };
}

/** The parts of a plan may have partials of their own. */
const titles = Object.values(sections).map(({ label }) => label);

/** Why nothing was made of a plan. */
export function refusal(name: string, problems: readonly Problem[], way = ''): string {
  return `${name} 有 ${problems.filter(isError).length} 处错误，没有生成文件。${way}`;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
