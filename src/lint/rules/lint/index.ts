import disableReason from './disable-reason.ts';
import unknownRule from './unknown-rule.ts';
import unusedDisable from './unused-disable.ts';

/** What is wrong with comments that turn rules off. */
export const lint = [unknownRule, unusedDisable, disableReason];
