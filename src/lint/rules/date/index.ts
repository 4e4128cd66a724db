import type { Rule } from '../../rule.ts';

export const date: readonly Rule[] = [];
