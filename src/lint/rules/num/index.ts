import type { Rule } from '../../rule.ts';

export const num: readonly Rule[] = [];
