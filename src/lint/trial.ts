import { read } from '../plan/read.ts';
import type { Problem } from '../schema/problem.ts';
import { fixAll } from './fix.ts';
import { framed } from './framed.ts';
import { lint } from './lint.ts';
import type { Example, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { Settings } from './settings.ts';
import { Subject } from './subject.ts';

/** Settings under which only one rule looks, at its own level. */
export function alone(
  { id, level }: { id: string; level: Rule['level'] },
  own: readonly Rule[],
  options?: Example['options'],
): Settings {
  const only = { pattern: id, level, ...(options && { options }) };
  return new Settings('strict', [{ pattern: '*', level: 'off' }, only], { own, comments: 'with-reason' });
}

/** What a rule finds and mends when it looks alone. */
class Trial {
  readonly #rule: Rule;
  readonly #settings: Settings;
  readonly #against: Subject | undefined;

  constructor(rule: Rule, { options, against }: Pick<Example, 'options' | 'against'> = {}) {
    this.#rule = rule;
    this.#settings = alone(rule, rules.includes(rule) ? [] : [rule], options);
    const last = against === undefined ? undefined : read(against).plan;
    this.#against = last && new Subject(last, against ?? '');
  }

  readonly #all = (source: string): Problem[] =>
    lint(read(source), source, this.#settings, { against: this.#against });

  found(source: string): Problem[] {
    return this.#all(source).filter(({ code }) => code === this.#rule.id);
  }

  fixed(source: string): string {
    return fixAll(source, this.#all, true).source;
  }
}

const quotes = (source: string, problems: readonly Problem[]) =>
  problems.map(({ start, end }) => `${start}–${end} ${source.slice(start, end)}`);
const shown = (all: readonly string[]) =>
  all.map((each) => `“${each.replace(/^\S+ /, '')}”`).join('、') || '没有';

/** What of an example isn't as it says: what is found, that the right form is let be, and how it is mended. */
export function tryExample(rule: Rule, example: Example): string[] {
  const { wrong, right, in: place } = example;
  const trial = new Trial(rule, example);
  const { source, marked } = framed(wrong, place);
  const mended = framed(right, place).source;
  const problems = trial.found(source);
  const found = quotes(source, problems);
  const wrongly = trial.found(mended);
  const faults = [
    ...(found.join() === marked.join() ? [] : [`应查出${shown(marked)}，查出的是${shown(found)}`]),
    ...(wrongly.length === 0 ? [] : [`正确的写法也报了：${shown(quotes(mended, wrongly))}`]),
  ];
  const strength = ['none', 'unsafe', 'safe'];
  const tooStrong = problems.some(
    ({ fix }) => fix && strength.indexOf(fix.safe ? 'safe' : 'unsafe') > strength.indexOf(rule.fix),
  );
  if (tooStrong) faults.push(`改法比 fix: '${rule.fix}' 说的强`);
  if (!problems.every(({ fix }) => fix)) return faults;
  const made = trial.fixed(source);
  if (made !== mended) faults.push(`改出来与正确的写法不同：\n${made}`);
  else if (trial.fixed(made) !== made) faults.push('改好以后再改，又变了');
  return faults;
}

/** What a rule finds in a text that it must leave alone. */
export function trySilent(rule: Rule, text: string): string[] {
  const { source } = framed(text, rule.texts().examples[0]?.in);
  const found = quotes(source, new Trial(rule).found(source));
  return found.length === 0 ? [] : [`不该报的报了：${shown(found)}`];
}

/** Whether any example of a rule offers a fix, as the rule says of itself. */
export function offersFix(rule: Rule): boolean {
  return rule
    .texts()
    .examples.some((example) =>
      new Trial(rule, example).found(framed(example.wrong, example.in).source).some(({ fix }) => fix),
    );
}

/** Everything that is wrong with a rule by its own examples; an example a line. */
export function trial(rule: Rule): string[] {
  const { examples, silent, knownFalsePositives = [] } = rule.texts();
  if (examples.length === 0) return ['没有例子：texts.examples 里至少写一个'];
  return [
    ...examples.flatMap((each) => tryExample(rule, each).map((fault) => `“${each.wrong}”：${fault}`)),
    ...silent.flatMap((text) => trySilent(rule, text).map((fault) => `“${text}”：${fault}`)),
    ...knownFalsePositives
      .filter((text) => trySilent(rule, text).length === 0)
      .map((text) => `“${text}”：说是会误报，却没有报`),
    ...(offersFix(rule) === (rule.fix !== 'none') ? [] : [`写的是 fix: '${rule.fix}'，例子里不是这样`]),
  ];
}
