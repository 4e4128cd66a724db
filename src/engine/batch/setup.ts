import { Maker, type Output } from '../../batch/maker.ts';
import { Printing } from '../../batch/printing.ts';
import { withRow } from '../../batch/rows.ts';
import type { FrontCheck, Work } from '../../batch/work.ts';
import type { Album } from '../../document/picture.ts';
import type { Format, Style } from '../../formats/format.ts';
import { unchangedFirstPage } from '../../page/first-page.ts';
import { profile } from '../../page/profiles.ts';
import type { Plan } from '../../plan/plan.ts';
import { read } from '../../plan/read.ts';
import { merged, variablesFrom } from '../../plan/variables.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Compose, compose, type TemplateFiles } from '../../template/compose.ts';
import { type Uses, uses } from '../../template/steering.ts';
import { checkFirstPage } from '../first-page.ts';
import { type Origin, remembering } from '../remembering.ts';
import { reviewed } from '../reviewed.ts';

/** Everything that a worker needs to make documents, in a form that can be sent to it. */
export interface Setup {
  /** The text of the plan, which has been read without errors. */
  source: string;
  templates: TemplateFiles;
  given: Record<string, string>;
  columns: readonly string[];
  formats: readonly string[];
  own: Pick<Style, 'letterhead' | 'look'>;
  /** The folder that pictures of the plan lie in or below, where it has any. */
  pictures?: string | undefined;
  /** Review copies are wanted: what they remember, and what was found in the plan. */
  review?: (Origin & { found: readonly Problem[] }) | undefined;
}

/** Makes documents of rows, in the wanted ones of the formats that there are. */
export function makerFrom(setup: Setup, formats: readonly Format[], output: Output, album?: Album): Maker {
  return new Maker(printingOf(setup, formats, album), wantedOf(setup, formats), setup.columns, output);
}

function wantedOf(setup: Setup, formats: readonly Format[]) {
  return formats.filter(({ name }) => setup.formats.includes(name));
}

export function printingOf(setup: Setup, formats: readonly Format[], album?: Album): Printing {
  const { plan } = read(setup.source);
  if (plan === undefined) throw new Error('the plan was readable a moment ago');
  const composed = compose(setup.templates, plan.script);
  const used = uses(plan);
  return new Printing({
    plan,
    compose: composed,
    uses: used,
    given: merged(plan.variables ?? {}, variablesFrom(setup.given)),
    columns: setup.columns,
    formats: wantedOf(setup, formats),
    own: setup.own,
    ...(album && { album }),
    amiss: frontOf(plan),
    ...(setup.review && { copy: copying({ ...setup, review: setup.review }, plan, composed, used) }),
  });
}

/** The document of a row as `gen --review` would make it. */
function copying(
  { source, given, columns, review }: Setup & { review: NonNullable<Setup['review']> },
  plan: Plan,
  composed: Compose,
  { names, steering }: Uses,
): Work['copy'] {
  const set = variablesFrom(given);
  const all = merged(plan.variables ?? {}, set);
  const heads = new Set([...names].map((name) => name.split('.')[0]));
  const isUsed = (column = '') => {
    const [head = ''] = column.split('.');
    return steering === true || steering.has(head) || heads.has(head);
  };
  const used = columns.flatMap((column, index) => (isUsed(column) ? [index] : []));
  const own = used.map((index) => columns[index] ?? '');
  return (finished, values) => {
    const draft = { plan, found: review.found, compose: composed, document: finished };
    const noted = reviewed({ ...draft, trial: { given: withRow(all, columns, values) } }, source);
    const row = used.map((index) => values[index] ?? '');
    return remembering(noted, withRow(set, own, row), source, review);
  };
}

/** Long names of a row may leave the first page without text, whatever those of the others do. */
function frontOf(plan: Plan): FrontCheck {
  const look = profile(plan.layout);
  return {
    of(blocks) {
      let said: string | undefined;
      checkFirstPage(plan, blocks, ({ message, advice = '' }) => {
        said = message + advice;
      });
      return said;
    },
    isSame: (blocks) => unchangedFirstPage(blocks, look),
  };
}
