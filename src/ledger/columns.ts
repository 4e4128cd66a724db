import type { Plan } from '../plan/plan.ts';
import { merged, type Variables } from '../plan/variables.ts';
import type { Scalar } from '../schema/node.ts';
import { type Asked, askedIn, givenFor } from '../template/asked.ts';

/** A column that a plan wants of a table, in the order in which its texts come to it. */
export interface Column {
  name: string;
  uses: readonly Asked[];
  /** What the plan says where a row says nothing. */
  given?: Scalar;
  /** It is added up. */
  summed: boolean;
}

/** What a plan wants: a table of villages, and lists of what each of them has several of. */
export interface Wanted {
  columns: Column[];
  /** Its rows are several for a village, which 各行 goes through. */
  grouped: boolean;
  lists: { name: string; columns: Column[] }[];
}

/** The list of all rows of a village. */
const rows = '各行';

/** What the texts of a plan ask for that neither it nor the command line gives for all villages. */
export function wanted(plan: Plan, set: Variables): Wanted {
  const given = merged(plan.variables ?? {}, set);
  const facts = new Set([
    ...(plan.year ? ['年度'] : []),
    ...(plan.issuer ? ['单位'] : []),
    ...(plan.date ? ['日期'] : []),
  ]);
  const all = askedIn(plan);
  const named = new Set(all.map(({ name }) => name));
  const asked = all.flatMap((each) => figures(each, named));
  const ofFacts = new Set([plan.year, plan.date, ...(plan.issuer ?? [])]);
  const outside = new Set(
    asked.filter(({ of, use }) => of === undefined && use !== 'list').map(({ name }) => name),
  );
  const isKnown = ({ name, of, text }: Asked) =>
    givenFor(name, set) !== undefined ||
    (facts.has(name) && !ofFacts.has(text)) ||
    (of !== undefined && givenFor(of, given) === 'list');
  const byList = new Map<string, Asked[]>();
  for (const each of asked.filter((use) => !isKnown(use) && givenFor(use.name, given) !== 'list')) {
    const isOwn = each.of === undefined || outside.has(each.name) || isCounter(each);
    if (isOwn && (isCounter(each) || each.name === rows)) continue;
    const list = isOwn || each.of === undefined ? '' : each.of;
    byList.set(list, [...(byList.get(list) ?? []), each]);
  }
  const inner = [...byList.keys()].filter((list) => list !== '' && list !== rows);
  const columns = columnsOf(
    [...(byList.get('') ?? []), ...(byList.get(rows) ?? [])].filter(({ name }) => !inner.includes(name)),
    given,
  );
  return {
    columns,
    grouped: byList.has(rows),
    lists: inner.map((name) => ({ name, columns: columnsOf(byList.get(name) ?? [], given) })),
  };
}

/** Known without being written anywhere: which of the list it is, and what a list of texts is gone through by. */
function isCounter({ name, of }: Asked): boolean {
  return of !== undefined && (name === '序' || name === '值');
}

/** {{汇总 "户数" 镇}} asks for 户数 and 镇, {{计数 镇}} for 镇. */
function figures(asked: Asked, named: ReadonlySet<string>): Asked[] {
  const [, word, inside = ''] = /^(汇总|计数)\.(.*)$/.exec(asked.name) ?? [];
  if (word === undefined) return [asked];
  // 人口/人 is a name within a name, as in texts.
  const whole = inside.replaceAll('/', '.');
  const [what = '', by = ''] = named.has(whole) ? [whole] : inside.split(/\/(.*)/s);
  const names = [what, by].filter(Boolean);
  return names.map((name) => ({ ...asked, name, use: name === what ? 'summed' : 'printed' }));
}

function columnsOf(asked: readonly Asked[], variables: Variables): Column[] {
  const names = [...new Set(asked.map(({ name }) => name))];
  return names.map((name) => {
    const uses = asked.filter((each) => each.name === name);
    const given = givenFor(name, variables);
    return {
      name,
      uses,
      summed: uses.some(({ use }) => use === 'summed'),
      ...(given !== undefined && given !== 'list' && { given }),
    };
  });
}
