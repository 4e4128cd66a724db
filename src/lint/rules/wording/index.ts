import type { Rule } from '../../rule.ts';

export const wording: readonly Rule[] = [];
