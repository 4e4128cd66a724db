import type { Rule } from '../rule.ts';
import { config } from './config/index.ts';
import { consistency } from './consistency/index.ts';
import { date } from './date/index.ts';
import { goal } from './goal/index.ts';
import { layout } from './layout/index.ts';
import { leftover } from './leftover/index.ts';
import { lint } from './lint/index.ts';
import { num } from './num/index.ts';
import { numbering } from './numbering/index.ts';
import { org } from './org/index.ts';
import { plan } from './plan/index.ts';
import { punct } from './punct/index.ts';
import { structure } from './structure/index.ts';
import { task } from './task/index.ts';
import { wording } from './wording/index.ts';
import { yaml } from './yaml/index.ts';

/** Every rule, group by group; what the reader finds comes first. */
export const rules: readonly Rule[] = [
  ...yaml,
  ...plan,
  ...structure,
  ...org,
  ...goal,
  ...task,
  ...numbering,
  ...punct,
  ...num,
  ...date,
  ...leftover,
  ...wording,
  ...consistency,
  ...layout,
  ...lint,
  ...config,
];
