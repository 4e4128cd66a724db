import { escapeValue } from '../markup/escape.ts';
import { isText, type Variable, type Variables } from '../plan/variables.ts';
import { inSentence } from '../text/dates.ts';

/** The values that texts may name, escaped and ready for Handlebars. */
export type Values = { [name: string]: string | Values | Values[] | string[] };

/** What a group of names is where it is printed: no file that is read holds this character. */
export const wholeGroup = '\0';
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

/** Escapes the values of variables, and leaves out those that are empty, so that printing one is an error. */
export function escaped(variables: Variables, print = printed): Values {
  const values: Values = Object.create(nameless);
  for (const [name, variable] of Object.entries(variables)) {
    const value = escapedValue(variable, print);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function escapedValue(variable: Variable, print: typeof printed): Values[string] | undefined {
  if (variable === null) return undefined;
  if (Array.isArray(variable))
    return variable
      .map((each) => escapedValue(each, print))
      .filter((value) => value !== undefined) as Values[];
  return isText(variable) ? print(variable.text) || undefined : escaped(variable, print);
}
