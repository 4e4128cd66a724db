import { ordinalOf } from '../../../outline/ordinal.ts';
import type { Paragraph } from '../paragraph.ts';

/** A new entry: its numbered paragraph, those behind it, and the entries below it. */
export interface Group {
  /** The form of its number: 一、（一）1. */
  form: string;
  head: Paragraph;
  behind: Paragraph[];
  below: Group[];
}

/** New paragraphs as entries, and those in front of the first of them. */
export interface Groups {
  lead: Paragraph[];
  entries: Group[];
}

/** The form of a printed number, as its first one is written officially; empty where there is none. */
export function formOf({ number }: Pick<Paragraph, 'number'>): string {
  const words = number.trim();
  return words === '' ? '' : (ordinalOf(`${words}的`)?.form ?? ordinalOf(words)?.form ?? words);
}

/** Numbers of a form that stands above on the way down are of that level; any other one goes a level deeper. */
export function groupsOf(paragraphs: readonly Paragraph[], above: readonly string[]): Groups {
  const groups: Groups = { lead: [], entries: [] };
  const open: Group[] = [];
  for (const paragraph of paragraphs) {
    const form = formOf(paragraph);
    if (form === '') {
      (open.at(-1)?.behind ?? groups.lead).push(paragraph);
      continue;
    }
    const group = { form, head: paragraph, behind: [], below: [] };
    const same = open.findIndex((each) => each.form === form);
    const isAbove = same < 0 && above.includes(form);
    if (same >= 0) open.length = same;
    else if (isAbove) open.length = 0;
    (open.at(-1)?.below ?? groups.entries).push(group);
    open.push(group);
  }
  return groups;
}
