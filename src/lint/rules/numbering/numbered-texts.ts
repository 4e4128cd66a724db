import type { Entry, Item } from '../../../plan/item.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Scalar } from '../../../schema/node.ts';

/** The texts in front of which the tool prints a number. */
export interface NumberedTexts {
  /** Entries without a title, goals and documents among them. */
  items: ReadonlySet<Scalar>;
  /** The points of 分述 without a title: 一是 … */
  points: ReadonlySet<Scalar>;
}

export function numberedTexts({ sections, attachments = [], numbering }: Plan): NumberedTexts {
  const items = new Set<Scalar>();
  const points = new Set<Scalar>();
  // A level that the plan leaves without a number may carry one of the author's.
  const numbers = !numbering?.levels?.includes(null);
  const visit = (entry: Item | Entry): void => {
    const { enumeration, items: children, steps } = entry as Item;
    for (const { title, text } of enumeration ?? []) if (text && !title) points.add(text);
    for (const child of children ?? []) {
      const first = numbers && beginningOf(child);
      if (first) items.add(first);
      visit(child);
    }
    for (const step of steps ?? []) visit(step as Item);
  };
  for (const each of [...sections, ...attachments]) visit(each);
  return { items, points };
}

/** The first text that is printed of an entry without a title. */
function beginningOf(entry: Entry): Scalar | undefined {
  switch (entry.type) {
    case 'item':
      return entry.title ? undefined : (entry.lead ?? entry.text);
    case 'goal':
      return entry.indicator ?? entry.text;
    case 'source':
      return entry.text ?? entry.issuedBy ?? entry.document;
    default:
      return undefined;
  }
}
