import type { Rule } from '../../rule.ts';

export const layout: readonly Rule[] = [];
