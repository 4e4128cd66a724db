import type { Rule } from '../../rule.ts';

export const goal: readonly Rule[] = [];
