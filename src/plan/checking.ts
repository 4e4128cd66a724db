import type { Entry } from '../schema/node.ts';
import { mismatch, option, record, type Schema } from '../schema/schema.ts';

/** Lines of `规则: 值`; which rules there are, lint knows. */
const lines: Schema<Entry[]> = {
  expects: '一组“规则: 级别”',
  read: (node, report) => (node.kind === 'map' ? node.entries : mismatch(lines, node, report)),
  json: () => ({ type: 'object' }),
};

/** What may be said about rules, in a plan and in a configuration. */
export const aboutRules = {
  rules: option('规则', lines, '各条规则的级别和选项，如 punct/*: 警告'),
  allow: option('允许', lines, '某条规则放过的词，如 wording/trad-simp: [乾县]'),
};

/** 检查: what a plan says about its own checking. */
export const checking = record(aboutRules);
