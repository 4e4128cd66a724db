import type { Reading } from '../plan/read.ts';
import type { Variables } from '../plan/variables.ts';
import type { Scalar, Span } from '../schema/node.ts';
import type { Edit, Problem, Severity } from '../schema/problem.ts';
import { withoutDisabled } from './directives.ts';
import { passages } from './passage.ts';
import type { More, Rule, Tell } from './rule.ts';
import type { Settings } from './settings.ts';
import { Subject } from './subject.ts';

/** Groups that judge a plan as a whole: while its file has errors, what they miss may only be misread. */
const whole = new Set(['structure', 'org', 'goal', 'task', 'consistency']);

/** What stands around a plan. */
interface Around {
  /** Last year's plan. */
  against?: Subject | undefined;
  /** What gives it values, besides itself. */
  given?: Variables | undefined;
}

/** Everything that is wrong with a plan, the reader's problems among it, in the order of the file. */
export function lint(
  { plan, root, problems }: Reading,
  source: string,
  settings: Settings,
  { against, given }: Around = {},
): Problem[] {
  const found = [...problems];
  if (plan) {
    const subject = new Subject(plan, source, against, given);
    const broken = problems.some(({ severity }) => severity === 'error');
    for (const rule of settings.rules)
      if (!(broken && whole.has(groupOf(rule)))) look(rule, subject, settings, found);
  }
  const told = withoutTwice(found);
  const kept = root ? withoutDisabled(told, source, root, settings) : told;
  return [...kept].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What is wrong with a value that is printed in many places of a plan, wherever it stands. */
export function lintValue(value: string, subject: Subject, settings: Settings): Problem[] {
  // Its lines are paragraphs of their own.
  const text = value.replace(/\r\n?|\n/g, '\n\n');
  const scalar: Scalar = { kind: 'scalar', text, start: 0, end: text.length, at: (index) => index };
  const found: Problem[] = [];
  for (const passage of passages(scalar, { kind: 'cell', path: '', section: undefined }))
    for (const rule of settings.rules) {
      const severity = settings.level(rule);
      // A number of its own is how a cell says something, and not where it stands.
      if (severity === 'off' || !rule.passage || !rule.kinds?.includes('cell')) continue;
      if (groupOf(rule) === 'numbering') continue;
      if (rule.signs?.some((sign) => text.includes(sign)) === false) continue;
      const tell = teller(rule, severity, text, settings, found);
      rule.passage(passage, tell, subject, settings.options(rule));
    }
  return found;
}

/**
 * What is wrong with a value beside the words of the plan that stand around its name. Hardly any rule looks there, and a
 * table has many values.
 */
export function lintBeside(subject: Subject, settings: Settings): (text: string, name: string) => Problem[] {
  const looking = settings.rules.flatMap((rule) => {
    const severity = rule.value ? settings.level(rule) : 'off';
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  return (text, name) => {
    const found: Problem[] = [];
    for (const { rule, severity } of looking)
      rule.value?.(text, name, teller(rule, severity, text, settings, found), subject);
    return found;
  };
}

/** The reader has said of some numbers why they can't be the engine's; a gap among them isn't said again. */
function withoutTwice(found: readonly Problem[]): readonly Problem[] {
  const places = new Set(
    found.filter(({ code }) => code === 'numbering/hand-typed-in-body').map(({ start }) => start),
  );
  return found.filter(({ code, start }) => code !== 'numbering/gap-or-repeat' || !places.has(start));
}

export function groupOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}

function look(rule: Rule, subject: Subject, settings: Settings, found: Problem[]): void {
  const severity = settings.level(rule);
  if (severity === 'off') return;
  const signs = rule.signs && subject.present(rule.signs, rule.kinds);
  if (signs?.length === 0) return;
  const options = settings.options(rule);
  const tell = teller(rule, severity, subject.source, settings, found);
  rule.plan?.(subject, tell, options);
  if (rule.passage === undefined) return;
  for (const passage of subject.passagesOf(rule.kinds ?? []))
    if (signs?.some((sign) => passage.text.includes(sign)) !== false)
      rule.passage(passage, tell, subject, options);
}

/** What a rule tells of a source becomes a finding, unless it is allowed there. */
function teller(rule: Rule, severity: Severity, source: string, settings: Settings, found: Problem[]): Tell {
  return (at, message, more = {}) => {
    if (settings.allows(rule, source, at)) return;
    found.push({ severity, code: rule.id, ...spanOf(at), message, ...details(rule, more) });
  };
}

/** Rules point at texts of the plan; a finding is data that can be sent anywhere. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function details(rule: Rule, { advice, fix, unsafe, related }: More): Partial<Problem> {
  const edits = fix === undefined ? undefined : Array.isArray(fix) ? (fix as readonly Edit[]) : [fix as Edit];
  const safe = rule.fix === 'safe' && unsafe !== true;
  if (edits && rule.fix === 'none') throw new Error(`${rule.id} declares no fix and offers one`);
  return {
    ...(advice !== undefined && { advice }),
    ...(edits && { fix: { edits, safe } }),
    ...(related && { related: related.map((each) => ({ ...spanOf(each), message: each.message })) }),
  };
}
