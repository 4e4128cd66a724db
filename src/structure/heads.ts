import type { PrintedLine } from '../reading/printed.ts';
import { grouped } from '../text/groups.ts';
import { Counting } from './counting.ts';
import { numeralOf, rankOf } from './numeral.ts';
import type { Numeral } from './part.ts';
import { recitedOf } from './recited.ts';
import { countsTo } from './run-on.ts';
import { signedOf } from './signs.ts';

/** A line that heads something, and how deep it stands. */
export interface Head {
  line: PrintedLine;
  numeral: Numeral;
  level: number;
}

interface Numbered {
  line: PrintedLine;
  numeral: Numeral;
}

/** The lines that begin with a number of an outline, with their levels: a form is as deep as it is nested. */
export function headsOf(lines: readonly PrintedLine[]): Head[] {
  const numbered = numberedOf(lines);
  const depths = depthsOf(numbered);
  const [nested, collected] = [nestedForms(numbered, depths), collectedForms(numbered)];
  const heads = numbered.map(({ line, numeral }) => {
    const depth = nested.has(numeral.form) ? depths.get(line) : undefined;
    const isAbove = collected.has(numeral.form) && line.align === 'center';
    const form = `${numeral.form}${isAbove ? '^' : '>'.repeat(depth ?? 0)}`;
    return { line, numeral: form === numeral.form ? numeral : { ...numeral, form } };
  });
  const stack: Numeral[] = [];
  /** What each form last stood under: in the last of some lists nothing that follows tells it. */
  const above = new Map<string, string | undefined>();
  return heads.map(({ line, numeral }, index) => {
    const found = stack.findIndex(({ form }) => form === numeral.form);
    if (found >= 0) stack.length = found;
    else
      while (
        isAbove(numeral, stack) &&
        above.get(numeral.form) !== stack.at(-1)?.form &&
        !isNested(heads, index, stack)
      )
        stack.pop();
    above.set(numeral.form, stack.at(-1)?.form);
    stack.push(numeral);
    return { line, numeral: numbered[index]?.numeral ?? numeral, level: stack.length };
  });
}

/**
 * How deep in lists of its form a line stands: by its list; where its number was typed, by how far it is indented, or else by
 * the sign behind the number, as 1、 stands within 1．
 */
function depthsOf(heads: readonly Numbered[]): ReadonlyMap<PrintedLine, number> {
  const depths = new Map<PrintedLine, number>();
  for (const all of grouped(heads, ({ numeral }) => numeral.form).values()) {
    const isTyped = all.every(({ line }) => line.native === undefined);
    const isIndented = new Set(all.map(indentOf)).size > 1;
    const placeOf = isIndented ? indentOf : signOf;
    const places = [...new Set(isTyped ? all.map(placeOf) : [])];
    if (isIndented) places.sort((a, b) => Number(a) - Number(b));
    const steps = new Map(places.map((place, index) => [place, index]));
    for (const each of all) depths.set(each.line, each.line.native?.level ?? steps.get(placeOf(each)) ?? 0);
  }
  return depths;
}

const indentOf = ({ line }: Numbered): number | string => line.indent ?? 0;

function signOf({ numeral }: Numbered): string {
  return numeral.text.normalize('NFKC').replace(/[\dA-Za-z㐀-鿿〇\s]/g, '');
}

/**
 * Forms of lists within lists that look the same, as web pages and Pandoc number them: 1. 2. within 1. begin anew, and the
 * list around them goes on where it was. Levels that don't count so are somebody's indents.
 */
function nestedForms(
  heads: readonly Numbered[],
  depths: ReadonlyMap<PrintedLine, number>,
): ReadonlySet<string> {
  const counts = new Map<string, number[]>();
  const [nested, broken] = [new Set<string>(), new Set<string>()];
  heads.forEach(({ line, numeral }, index) => {
    const { form, value } = numeral;
    const open = counts.get(form) ?? [];
    const level = depths.get(line) ?? 0;
    const last = open[level] ?? 0;
    if (value !== last + 1 && (value !== 1 || level > 0)) broken.add(form);
    const isDeeper = level > open.length - 1;
    // Indents that were typed say less: the list around has to stand right above, with a line that introduces this one, or
    // go on right below.
    const isBeside = line.native !== undefined || heads[index - 1]?.numeral.form === form;
    if (open.length > 0 && isDeeper && !isBeside) broken.add(form);
    const isOpen = isDeeper && value === 1 && !/[。；]$/.test(heads[index - 1]?.line.text ?? '');
    if (
      open.length > 0 &&
      (line.native ? isDeeper : isBeside && (isOpen || (value > 1 && level < open.length - 1)))
    )
      nested.add(form);
    counts.set(form, [...open.slice(0, level), value]);
  });
  return new Set([...nested].filter((form) => !broken.has(form)));
}

/** Forms that count plans put together into one, in the middle of the page, and begin anew within each of them. */
function collectedForms(heads: readonly Numbered[]): ReadonlySet<string> {
  const counts = new Map<string, { above: number; within: number; begun: number; broken: boolean }>();
  for (const { line, numeral } of heads) {
    const { form, value } = numeral;
    const count = counts.get(form) ?? { above: 0, within: -1, begun: 0, broken: false };
    counts.set(form, count);
    const isAbove = line.align === 'center';
    if (value !== (isAbove ? count.above : count.within) + 1) count.broken = true;
    if (!isAbove && value === 1) count.begun++;
    if (isAbove) [count.above, count.within] = [value, 0];
    else count.within = value;
  }
  return new Set([...counts].flatMap(([form, { begun, broken }]) => (begun > 1 && !broken ? [form] : [])));
}

/** Whether the number usually stands above the last one. */
function isAbove(numeral: Numeral, stack: readonly Numeral[]): boolean {
  const last = stack.at(-1);
  return last !== undefined && rankOf(last) > rankOf(numeral);
}

/**
 * 1. （一） （二） 2.: the last form goes on behind the one that usually stands above it, so that one is nested in it.
 * Articles go on behind whatever stands above them.
 */
function isNested(heads: readonly Numbered[], index: number, stack: readonly Numeral[]): boolean {
  const last = stack.at(-1) as Numeral;
  if (/^第.[条條]/.test(last.form)) return false;
  const higher = new Set(stack.slice(0, -1).map(({ form }) => form));
  for (const { numeral } of heads.slice(index + 1)) {
    if (higher.has(numeral.form)) return false;
    if (numeral.form === last.form) return numeral.value === last.value + 1 && numeral.value > 1;
  }
  return false;
}

/** The lines whose numbers are numbers; weak ones go on from the last of their form. */
export function numberedOf(lines: readonly PrintedLine[]): Numbered[] {
  const [recited, signed] = [recitedOf(lines), signedOf(lines)];
  const all = lines.flatMap((line, index): Numbered[] => {
    const isInText = line.within === undefined || isBoxedAlone(lines, index);
    const numeral = isInText ? (signed.get(line) ?? numeralOf(line)) : undefined;
    return numeral && numeral.form !== '——' && !recited.has(line) ? [{ line, numeral }] : [];
  });
  const counting = new Counting(all);
  return all.filter(({ line, numeral }, index) => {
    const end = countsTo(line.text, numeral);
    if (end > 0 && !goesOn(all, index, end)) return false;
    if (numeral.weak && !counting.holds(index, line.text.slice(numeral.to))) return false;
    counting.add(numeral);
    return true;
  });
}

/** A heading may be set in a box of its own; boxes beside each other are a drawing. */
function isBoxedAlone(lines: readonly PrintedLine[], index: number): boolean {
  const isBoxed = (at: number) => lines[at]?.within === 'text-box';
  return isBoxed(index) && !isBoxed(index - 1) && !isBoxed(index + 1);
}

/** Whether the next number of a form is the one behind some other. */
function goesOn(all: readonly Numbered[], index: number, end: number): boolean {
  const form = all[index]?.numeral.form;
  for (let next = index + 1; next < all.length; next++) {
    const numeral = all[next]?.numeral;
    if (numeral?.form === form) return numeral?.value === end + 1;
  }
  return false;
}
