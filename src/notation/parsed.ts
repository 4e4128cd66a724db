import {
  Composer,
  type Document,
  type ErrorCode,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  visit,
} from 'yaml';
import type { IsKey } from './line.ts';

/** What YAML can't read at a place. */
export interface Unreadable {
  code: ErrorCode;
  pos: readonly [number, number];
  message: string;
}

/** A file as YAML has it, as far as it can be read. */
export interface Parsed {
  /** Missing where nothing could be made of the file. */
  document?: Document.Parsed;
  errors: readonly Unreadable[];
}

/** Levels of lists and maps within each other. No document has a tenth of them, and what goes through them is safe. */
export const deepest = 100;

class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

/** Parses a file; keys that are there twice are errors but for those that `mayRepeat`. */
export function parsed(source: string, mayRepeat?: IsKey): Parsed {
  try {
    // Looking for equal keys itself, the composer would compare each with all others.
    const composer = new Composer({ schema: 'failsafe', logLevel: 'error', uniqueKeys: false });
    const directives: Unreadable[] = [];
    const [document, another] = [...composer.compose(tokens(source, directives), true, source.length)];
    if (document === undefined) return { errors: [] };
    const errors = withDirectives(document.errors, directives);
    const found = another
      ? [
          ...errors,
          { code: 'MULTIPLE_DOCS' as const, pos: [another.range[0], another.range[1]] as const, message: '' },
        ]
      : errors;
    return {
      document,
      errors: mayRepeat ? withRepeated(found, repeatedKeys(document.contents, mayRepeat)) : found,
    };
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown;
    return {
      errors: [{ code: 'RESOURCE_EXHAUSTION', pos: [thrown.offset - 1, thrown.offset], message: '' }],
    };
  }
}

/** The pieces of a file; those that begin with % are put down as well, since YAML drops a line that it doesn't know. */
function* tokens(source: string, directives: Unreadable[]): ReturnType<Parser['parse']> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive')
        directives.push({
          code: 'BAD_DIRECTIVE',
          pos: [token.offset, token.offset + token.source.length],
          message: token.source,
        });
      yield token;
    }
    // The document itself is the first.
    if (parser.stack.length > deepest + 1) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

/** %YAML 1.2 above --- changes nothing that is read; any other line of this kind was meant as something else. */
function withDirectives(errors: readonly Unreadable[], directives: readonly Unreadable[]): Unreadable[] {
  const isEnd = ({ message }: Unreadable) => message.startsWith('Missing directives-end');
  const isOpen = errors.some(isEnd);
  const told = directives.filter(({ message }) => isOpen || !/^%YAML +1\.[12]\s*$/.test(message));
  const at = new Set(told.map(({ pos: [start] }) => start));
  const others = errors.filter((each) => !isEnd(each) && !at.has(each.pos[0]));
  return [...told, ...others];
}

/** What each alias stands for: the last node above it with its anchor. */
export function targetsOf(document: Document.Parsed): Map<unknown, ParsedNode> {
  const anchored = new Map<string, ParsedNode>();
  const targets = new Map<unknown, ParsedNode>();
  visit(document, {
    Alias(_, alias) {
      const target = anchored.get(alias.source);
      if (target) targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node as ParsedNode);
    },
  });
  return targets;
}

/** The places of keys that stand in their map already, in the order of the file. */
function repeatedKeys(node: unknown, mayRepeat: IsKey): number[] {
  if (isSeq(node)) return node.items.flatMap((item) => repeatedKeys(item, mayRepeat));
  if (!isMap(node)) return [];
  const seen = new Set<unknown>();
  return node.items.flatMap(({ key, value }) => {
    const repeated = isScalar(key) && seen.has(key.value) && !mayRepeat(String(key.value));
    if (isScalar(key)) seen.add(key.value);
    const inside = [...repeatedKeys(key, mayRepeat), ...repeatedKeys(value, mayRepeat)];
    return repeated ? [key.range?.[0] ?? 0, ...inside] : inside;
  });
}

/** Each in front of what can't be read behind it, as if they had been found on the way. */
function withRepeated(errors: readonly Unreadable[], places: readonly number[]): Unreadable[] {
  const all: Unreadable[] = [];
  let next = 0;
  for (const place of places) {
    for (let error = errors[next]; error && error.pos[0] <= place; error = errors[++next]) all.push(error);
    all.push({ code: 'DUPLICATE_KEY', pos: [place, place + 1], message: '' });
  }
  return [...all, ...errors.slice(next)];
}
