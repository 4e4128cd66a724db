import { map, written } from './yaml.ts';

/**
 * A plan whose text breaks rules that would keep its document from being made: these become warnings in it, until
 * somebody has looked at them.
 */
export function lowered(text: string, rules: readonly string[]): string {
  if (rules.length === 0) return text;
  const entries = [...new Set(rules)].sort().map((key) => ({ key, value: '警告' }));
  const comments = [
    '原文有这些规则不许的写法，先只作警告；改好一条，删去一行（pingan lint --fix 能改大部分）。',
  ];
  return `${text}\n${written(map([{ key: '检查', value: map([{ key: '规则', value: map(entries) }]), comments }]))}`;
}
