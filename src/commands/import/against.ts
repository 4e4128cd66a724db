import { diffArrays } from 'diff';

/** What a document has, and what it hasn't, that another has: a line each, − in front of what is gone. */
export function differences(before: string, after: string): string[] {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  return diffArrays(lines(before), lines(after)).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
}
