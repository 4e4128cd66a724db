import type { Rule } from '../../rule.ts';

export const consistency: readonly Rule[] = [];
