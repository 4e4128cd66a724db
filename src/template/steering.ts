import { isOfPicture } from '../plan/pictures.ts';
import type { Plan } from '../plan/plan.ts';
import { type Place, textsOf } from '../plan/texts.ts';
import type { Scalar } from '../schema/node.ts';
import { Handlebars, parseText } from './handlebars.ts';

/** What the texts of a plan do with variables. */
export interface Uses {
  /** The names printed or asked for, however they were written: 支书.姓名 for {{支书/姓名}} and {{this.支书.姓名}}. */
  names: ReadonlySet<string>;
  /**
   * The first parts of the names whose values decide what is written and aren't only printed: those of conditions,
   * lists and dates. `true` where a text reaches for whatever there is.
   */
  steering: ReadonlySet<string> | true;
  /** The names whose values must be dates. */
  dates: ReadonlySet<string>;
}

/** Looks through all texts of a plan; one that can't be read is left to `fill`, which says so. */
export function uses(plan: Plan): Uses {
  const names = new Set<string>();
  const steering = new Set<string>();
  const dates = new Set<string>();
  // 目录 says the headings a second time.
  let everything = plan.layout?.contents !== undefined;
  const look = (text: Scalar, decides: boolean) => {
    for (const use of usesIn(text.text)) {
      names.add(use.name);
      if (use.isDate) dates.add(use.name);
      if (use.head === undefined) everything = true;
      else if (decides || use.decides) steering.add(use.head);
    }
  };
  for (const { text, place } of textsOf(plan)) {
    if (place.role !== 'variable') look(text, isRead(place, plan));
    // 逐行 of a table names a list.
    if (place.name !== 'each') continue;
    names.add(text.text.trim());
    steering.add(text.text.trim().split('.')[0] ?? '');
  }
  if (steering.has('单位')) for (const issuer of plan.issuer ?? []) look(issuer, true);
  return { names, steering: everything || steering, dates };
}

/** A date, a setting or what is said of a picture is read before it is printed, and so is the last line of a signature that may be a date. */
function isRead({ role, name, path }: Place, plan: Plan): boolean {
  const undated = plan.date === undefined && (name === 'signers' || name === 'issuer');
  return role === 'date' || role === 'year' || role === 'setting' || isOfPicture(path) || undated;
}

interface Use {
  name: string;
  head?: string;
  decides: boolean;
  isDate?: boolean;
}

function usesIn(text: string): Use[] {
  if (!text.includes('{{')) return [];
  const found: Use[] = [];
  let printed: hbs.AST.Node | undefined;
  let inside = 0;
  const days = new Set<hbs.AST.Node>();
  const visitor = new Handlebars.Visitor();
  const call = ({ path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression) => {
    const [first] = params;
    if (first && Reflect.get(path, 'original') === '写日期') days.add(first);
    visitor.acceptArray(params);
  };
  visitor.MustacheStatement = (statement) => {
    if (statement.params.length === 0 && inside === 0) printed = statement.path;
    else call(statement);
    if (statement.params.length === 0) visitor.accept(statement.path);
  };
  visitor.SubExpression = call;
  visitor.BlockStatement = (block) => {
    visitor.acceptArray(block.params);
    const scoped = !['if', 'unless'].includes((block.path as hbs.AST.PathExpression).original);
    if (scoped) inside++;
    visitor.accept(block.program);
    if (scoped) inside--;
    if (block.inverse) visitor.accept(block.inverse);
  };
  visitor.PathExpression = (path) => {
    const isOfAll = path.data && path.parts[0] === 'root';
    if (path.data && !isOfAll) return;
    const parts = isOfAll ? path.parts.slice(1) : path.parts;
    const [head] = parts;
    const name = parts.join('.');
    if (head !== undefined) found.push({ name, head, decides: path !== printed, isDate: days.has(path) });
    else if (isOfAll || inside === 0) found.push({ name, decides: true });
  };
  try {
    visitor.accept(parseText(text));
  } catch {
    return [];
  }
  return found;
}
