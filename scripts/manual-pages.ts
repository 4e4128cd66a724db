import { index, page } from '../src/lint/manual.ts';
import { rules } from '../src/lint/rules/index.ts';

/** The manual of all rules: names of files in docs/rules, and what stands in them. */
export const pages: ReadonlyMap<string, string> = new Map([
  ['README.md', index(rules)],
  ...rules.map((rule) => [`${rule.id}.md`, page(rule)] as const),
]);
