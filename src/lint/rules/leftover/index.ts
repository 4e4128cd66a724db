import type { Rule } from '../../rule.ts';

export const leftover: readonly Rule[] = [];
