import type { Rule } from '../../rule.ts';

export const org: readonly Rule[] = [];
