import { check, checkOfValues } from '../configuration/check.ts';
import type { Document } from '../document/document.ts';
import type { Album } from '../document/picture.ts';
import type { Style } from '../formats/format.ts';
import { document } from '../pipeline.ts';
import { pictureTexts } from '../plan/pictures.ts';
import type { Plan } from '../plan/plan.ts';
import { read } from '../plan/read.ts';
import type { Variables } from '../plan/variables.ts';
import { inOrder, type Problem, type Report } from '../schema/problem.ts';
import { type Compose, compose, type TemplateFiles } from '../template/compose.ts';
import { templateOf } from '../template/kind.ts';
import { append } from '../text/long-lists.ts';
import { checkFirstPage } from './first-page.ts';
import { letterheadOf } from './letterhead.ts';
import { checkSeals } from './seals.ts';
import { checkTables } from './tables-across.ts';
import { type Judge, judgeOf, verdict } from './verdict.ts';
import type { World } from './world.ts';

/** A plan of which documents are to be made. */
export interface Wanted {
  /** As it was typed; “-” is standard input. */
  name: string;
  file: string;
  source: string;
  world: World;
  /** What isn't to be in the way: what checking finds, or every mistake. */
  despite?: 'findings' | 'errors' | undefined;
  /** What checking finds goes into the document, for someone to judge. */
  review?: boolean;
  /** Is given the document as soon as it is made, before it is checked; says false where nobody waits for that any more. */
  early?(draft: Pick<Draft, 'plan' | 'document'>): Promise<boolean>;
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
  /** What checking finds in a value that the plan prints. */
  judge: Judge;
}

export interface Drafted<T extends Trial> {
  /** Missing where something stands in the way. */
  draft?: Draft<T>;
  problems: Problem[];
  /** What can be done about what stands in the way. */
  way?: string;
  /** What was found besides, in one line. */
  rest?: string | undefined;
}

/** Reads a plan, makes a trial document by its templates, and checks it; it is stopped by the first stage with errors. */
export async function drafted<T extends Trial>(
  { name, file, source, world, despite, review, early }: Wanted,
  trialOf: (plan: Plan) => T,
): Promise<Drafted<T>> {
  const reading = read(source);
  const { plan } = reading;
  // Rules ask the reader what it has found, not what comes of templates.
  const problems = [...reading.problems];
  const report: Report = (problem) => void problems.push(problem);
  const isStopped = () => despite !== 'errors' && problems.some(isError);
  if (plan === undefined || isStopped()) return { problems: inOrder(problems) };
  const files = world.templates(templateOf(plan, world.kinds(), report));
  const composed = compose(files, plan.script);
  const trial = trialOf(plan);
  const { album } = world;
  const tell: Report = (problem) => {
    for (const each of trial.retold?.(problem) ?? [problem]) report(each);
  };
  const made = document(plan, trial.given, composed, tell, {
    album: album && (trial.isSample ? sampled(album) : album),
  });
  if (album === undefined) withoutPictures(plan, world, report);
  const letterhead = await letterheadOf(plan, world, report);
  if (isStopped()) return { problems: inOrder(problems) };
  if (early && !(await early({ plan, document: made }))) return { problems: inOrder(problems) };
  checkSeals(plan, made.blocks, report);
  checkFirstPage(plan, made.blocks, report);
  checkTables(plan, made.blocks, report);
  const configuration = await world.configuration();
  const checked = check(reading, source, { file, configuration, given: trial.given });
  // What templates said comes along, for a document with comments.
  const found = [...new Set([...checked, ...problems])];
  const own = letterhead ? { letterhead } : {};
  const judge = judgeOf(checkOfValues(plan, source, { file, configuration }), despite !== undefined);
  const draft = { plan, templates: files, compose: composed, own, trial, document: made, found, judge };
  if (review) return { draft, problems: inOrder(problems) };
  const known = new Set(problems);
  const isNew = (problem: Problem) => !known.has(problem);
  const { inTheWay, way, rest } = verdict(found.filter(isNew), { name, force: despite !== undefined });
  append(problems, inTheWay);
  return { problems: inOrder(problems), way, ...(!isStopped() && { draft, rest }) };
}

/** Names that are filled with the values of a sample are nobody's, and not asked for. */
function sampled(album: Album): Album {
  const made = new Set<string>();
  return (file, filled) => {
    if (filled) made.add(file);
    return made.has(file) ? undefined : album(file);
  };
}

/** Where no file can be read the pages are shown without pictures. */
function withoutPictures(plan: Plan, { reach }: World, report: Report): void {
  const first = pictureTexts(plan)[0];
  if (first)
    report({
      severity: 'warning',
      code: 'plan/picture',
      start: first.start,
      end: first.end,
      message: '这里读不到图片，排出来的没有图。',
      advice: reach ?? '在电脑上用 pingan gen 生成，图片就在里面。',
    });
}

/** Why nothing was made of a plan. */
export function refusal(name: string, problems: readonly Problem[], way = ''): string {
  return `${name} 有 ${problems.filter(isError).length} 处错误，没有生成文件。${way}`;
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
