import type { Span } from '../schema/node.ts';
import { parseText } from '../template/handlebars.ts';
import { namesUsed } from '../template/names.ts';
import { scopes } from '../template/words.ts';
import { append } from '../text/long-lists.ts';
import { declaredIn } from './declared.ts';

/** A variable where it is named: in double braces, or where it is declared. */
export interface Naming {
  /** 支书.姓名 is a name within a name. */
  path: readonly string[];
  here: Span;
  /** Where 变量 declares it. */
  declared?: Span;
  value?: string;
  uses: readonly Span[];
  /** Whether it is named within a loop, too, where a name may be that of an entry. */
  inLoop: boolean;
}

interface Place extends Span {
  path: readonly string[];
  inLoop: boolean;
}

/** The variable that is named at a place of a file. */
export function namingAt(source: string, at: number): Naming | undefined {
  const uses = usesIn(source);
  const declarations = declaredIn(source);
  const covers = ({ start, end }: Span) => start <= at && at <= end;
  const here = uses.find((each) => covers(each) && !each.inLoop) ?? declarations.find(covers);
  if (here === undefined) return undefined;
  const isSame = ({ path }: { path: readonly string[] }) => path.join('.') === here.path.join('.');
  const declared = declarations.find(isSame);
  const named = uses.filter(isSame);
  return {
    path: here.path,
    here: spanOf(here),
    uses: named.filter(({ inLoop }) => !inLoop).map(spanOf),
    inLoop: named.some(({ inLoop }) => inLoop),
    ...(declared && { declared: spanOf(declared) }),
    ...(declared?.value !== undefined && { value: declared.value }),
  };
}

/** Whether a text names something so already, declared or not; what it names may come from a table. */
export function isNamed(source: string, path: readonly string[]): boolean {
  return usesIn(source).some((use) => path.every((part, index) => use.path[index] === part));
}

/** Whether a name in double braces stands for a value: {{if}}, {{this}} and {{计数}} say something else. */
export function standsForValue(name: string): boolean {
  const text = `{{${name}}}{{#if ${name}}}{{/if}}`;
  try {
    const used = namesUsed(parseText(text), text);
    return used.length === 2 && used.every(({ parts }) => parts.join('.') === name);
  } catch {
    return false;
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Every name in double braces; the words of the language of templates are none. */
function usesIn(source: string): Place[] {
  const places: Place[] = [];
  let loops = 0;
  for (const { 1: inside = '', index } of source.matchAll(/\{\{([^{}\n]{1,200})\}\}/g)) {
    const block = /^[#/]([^\s~]+)/.exec(inside)?.[1] ?? '';
    const isLoop = scopes.includes(block);
    if (isLoop && inside.startsWith('/')) loops = Math.max(0, loops - 1);
    const words = [...inside.matchAll(/"[^"]*"|'[^']*'|[^\s"']+/g)];
    const isCall = words.length > 1 || inside.startsWith('/');
    for (const { 0: word, index: from } of isCall ? words.slice(1) : words)
      append(places, namesIn(word, index + 2 + from, loops > 0));
    if (isLoop && inside.startsWith('#')) loops++;
  }
  return places;
}

function namesIn(word: string, start: number, inLoop: boolean): Place[] {
  // A bracket opens a question, which begins with its own word.
  if (word.startsWith('(')) return [];
  const [head = '', all] = /^[#^&~]*(@root\.)?/.exec(word) ?? [];
  const name = unclosed(word.slice(head.length));
  if (!/^[\p{L}_]/u.test(name) || name === 'else' || name === 'this') return [];
  const parts = name.split('.');
  let at = start + head.length;
  return parts.map((part, index) => {
    const from = at;
    at += part.length + 1;
    return {
      path: parts.slice(0, index + 1),
      start: from,
      end: from + part.length,
      inLoop: inLoop && all === undefined,
    };
  });
}

/** Without the brackets of a condition; 户数(户) has its own. */
function unclosed(word: string): string {
  const count = (mark: string) => word.split(mark).length;
  const isMore = word.endsWith('~') || (word.endsWith(')') && count('(') < count(')'));
  return isMore ? unclosed(word.slice(0, -1)) : word;
}
