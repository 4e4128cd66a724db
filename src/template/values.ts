import { escapeValue } from '../markup/escape.ts';
import { isText, type Variable, type Variables } from '../plan/variables.ts';
import { inSentence } from '../text/dates.ts';

/** The values that texts may name, escaped and ready for Handlebars. */
export type Values = { [name: string]: string | Values | Values[] | string[] };

/** What a group of names is where it is printed: no file that is read holds this character. */
export const wholeGroup = '\0';

/** What a record is where a template prints it whole, as {{this}} does; `compose` looks out for it. */
export const group = { [Symbol.toPrimitive]: () => wholeGroup };
/** Without the names of Object.prototype, which texts must not reach; Handlebars prints it in messages all the same. */
const nameless = Object.freeze(
  Object.assign(Object.create(null), { [Symbol.toPrimitive]: () => wholeGroup }),
);

/** The first values with the second ones laid over them. */
export function over(under: Values, values: Values): Values {
  return Object.assign(Object.create(nameless), under, values);
}

/** A value as texts print it. */
export function printed(value: string): string {
  return escapeValue(inSentence(value));
}

/** How values become those that texts name: what prints them, and whether those that are empty are blank. */
interface Escaping {
  print?: (value: string) => string;
  blank?: boolean;
}

/** Escapes the values of variables, and leaves out those that are empty, so that printing one is an error. */
export function escaped(variables: Variables, how: Escaping = {}): Values {
  const values: Values = Object.create(nameless);
  for (const [name, variable] of Object.entries(variables)) {
    const value = escapedValue(variable, how);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function escapedValue(variable: Variable, how: Escaping): Values[string] | undefined {
  const { print = printed, blank = false } = how;
  const empty = blank ? '' : undefined;
  if (variable === null) return empty;
  if (Array.isArray(variable)) return listed(variable.map((each) => escapedValue(each, how)));
  return isText(variable) ? print(variable.text) || empty : escaped(variable, how);
}

/** A list of one text is printed as that text; of several nobody can tell what should stand between them. */
function listed(all: (Values[string] | undefined)[]): Values[] {
  const entries = all.filter((value) => value !== undefined) as Values[];
  const [only] = entries;
  const whole = entries.length === 1 && typeof only === 'string' ? only : wholeGroup;
  Object.defineProperty(entries, Symbol.toPrimitive, { value: () => whole });
  return entries;
}
