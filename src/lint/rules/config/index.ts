import options from './options.ts';
import unknownRule from './unknown-rule.ts';

/** What is found in the settings of rules. */
export const config = [unknownRule, options];
