import { type Scope, skipped, through } from './scope.ts';

/** Signs that stand for what a formula shows by its places. */
const signs: Record<string, string> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_', 'm:rad': '√' };

/** An element of a formula (ECMA-376 22.1), written in one line: `inner` reads what stands in it. */
export function formula(name: string, inner: Scope, add: (text: string) => void): Scope {
  if (name === 'm:d') return brackets(inner, add);
  if (name === 'm:naryPr') return operator(add);
  if (/^m:\w+Pr$/.test(name)) return skipped;
  add(signs[name] ?? '');
  return inner;
}

/** The sign of a sum or of an integral stands in its properties. */
function operator(add: (text: string) => void): Scope {
  let sign = '∫';
  return {
    open(name, { 'm:val': value = '' }) {
      if (name === 'm:chr') sign = value;
      return skipped;
    },
    close: () => add(sign),
  };
}

/** So do brackets that aren't round, and what parts the things in them. */
function brackets(inner: Scope, add: (text: string) => void): Scope {
  const said: Record<string, string> = { 'm:begChr': '(', 'm:sepChr': '|', 'm:endChr': ')' };
  const properties: Scope = {
    open(name, { 'm:val': value = '' }) {
      if (name in said) said[name] = value;
      return skipped;
    },
  };
  let count = 0;
  return {
    open(name, attributes) {
      if (name === 'm:dPr') return properties;
      add((count++ === 0 ? said['m:begChr'] : said['m:sepChr']) ?? '');
      const answer = inner.open(name, attributes);
      return answer === inner ? through(inner) : answer;
    },
    close: () => add(said['m:endChr'] ?? ''),
  };
}
