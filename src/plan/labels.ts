import type { Keys } from '../schema/schema.ts';
import { contact, coverNotice, imprint } from './document-parts.ts';
import { fields, step } from './item.ts';
import { redHeadFields } from './layout.ts';
import { leaders, office, person } from './leaders.ts';
import { goal, point, source, task } from './parts.ts';
import { documentKeys } from './plan.ts';
import { tableFields } from './table.ts';

const records: Keys[] = [
  documentKeys,
  ...[
    fields,
    step,
    goal,
    point,
    source,
    task,
    leaders,
    office,
    person,
    tableFields,
    coverNotice,
    contact,
    imprint,
    redHeadFields,
  ].map(({ keys }) => keys),
];

/** The Chinese name of every field of a plan, by which templates call it. */
export const labels: Record<string, string> = Object.fromEntries(
  records.flatMap((keys) => Object.entries(keys).map(([name, { label }]) => [name, label])),
);
