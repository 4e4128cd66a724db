import { escapeValue } from '../markup/escape.ts';
import { inert } from '../markup/inert.ts';
import { inDeadline, parseDate, printDate } from '../text/dates.ts';

/** A filled date as it is printed; times of day have colons, which are escaped by now. */
export function printedDate(markup: string): string {
  const date = parseDate(inert(markup));
  return date ? printDate(date) : markup;
}

export function printedDeadline(markup: string): string {
  const words = inert(markup);
  const said = inDeadline(words);
  return said === words ? markup : escapeValue(said);
}
