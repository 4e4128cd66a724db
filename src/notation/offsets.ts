/** How a scalar stands in its file: the span of its content and what the notation does to it. */
export interface Notation {
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** Offset of the first character of the content, behind the opening quote or the head line of a block. */
  start: number;
  /** Blanks that a block scalar takes off the start of each line. */
  indent: number;
}

/** Lengths of the escapes of double quotes that stand for one character by its number; all others have two. */
const numbered: Record<string, number> = { x: 4, u: 6, U: 10 };

/** Where the content of a scalar begins, and how far a block is indented: by its indicator, or by its first line with text. */
export function notation(source: string, style: Notation['style'], start: number): Notation {
  if (style === 'plain') return { style, start, indent: 0 };
  if (style === 'single' || style === 'double') return { style, start: start + 1, indent: 0 };
  const content = source.indexOf('\n', start) + 1;
  const first = /^(?:[ \t]*\r?\n)*( *)/.exec(source.slice(content));
  const indicator = /^[|>][+-]?([1-9])/.exec(source.slice(start, content));
  const indent = indicator ? parentIndent(source, start) + Number(indicator[1]) : (first?.[1]?.length ?? 0);
  return { style, start: content, indent };
}

function parentIndent(source: string, start: number): number {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
}

/** Where every UTF-16 unit of a value begins in the file, its end included, and where each of them ends. */
export interface Offsets {
  starts: Int32Array;
  ends: Int32Array;
}

/**
 * The places in the file of a scalar's value: `starts[i]` belongs to `value[i]`. Follows YAML 1.2.2 chapter 7 and 8:
 * folded lines, doubled quotes, escapes, block indentation.
 */
export function offsets(source: string, value: string, { style, start, indent }: Notation): Offsets {
  const starts = new Int32Array(value.length + 1);
  const ends = new Int32Array(value.length);
  const block = style === 'literal' || style === 'folded';
  let at = block ? skipIndent(source, start, indent) : start;
  let index = 0;
  /** Where the blanks end that were looked through last. */
  let blanksEnd = -1;
  const put = (from: number, to: number) => {
    starts[index] = from;
    ends[index++] = to;
  };

  /** Where the line ends, if nothing more is on it: blanks at the end of a line are dropped by folding, others belong to the text. */
  const lineEnd = () => {
    if (at >= blanksEnd) blanksEnd = skipBlanks(source, at);
    const end = !block && isBreak(source, blanksEnd) ? blanksEnd : at;
    return isBreak(source, end) ? end : undefined;
  };

  /** Goes on to the next line with text: one break folds into a blank, each further one is itself. */
  const fold = (first: number) => {
    const before = index;
    let breaks = 0;
    at = first;
    while (isBreak(source, at)) {
      const next = at + breakLength(source, at);
      if (value[index] === '\n' && (block || breaks > 0)) put(block ? at : first, next);
      breaks++;
      at = block ? skipIndent(source, next, indent) : skipBlanks(source, next);
      if (style === 'literal') return;
    }
    if (breaks === 1 && index === before && value[index] === ' ') put(first, at);
  };

  const unescaped = () => {
    if (isBreak(source, at + 1)) {
      at = skipBlanks(source, at + 1 + breakLength(source, at + 1));
      return;
    }
    const code = source[at + 1] ?? '';
    const units = code === 'U' && (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    const next = at + (numbered[code] ?? 2);
    for (let unit = 0; unit < units; unit++) put(at, next);
    at = next;
  };

  const character = () => {
    const next = at + (style === 'single' && source[at] === "'" ? 2 : 1);
    put(at, next);
    at = next;
  };

  while (index < value.length) {
    if (style === 'double' && source[at] === '\\') {
      unescaped();
      continue;
    }
    const end = lineEnd();
    if (end === undefined) character();
    else fold(end);
  }
  starts[value.length] = at;
  return { starts, ends };
}

function isBreak(source: string, at: number): boolean {
  return source[at] === '\n' || source[at] === '\r';
}

function breakLength(source: string, at: number): number {
  return source.startsWith('\r\n', at) ? 2 : 1;
}

function skipBlanks(source: string, at: number): number {
  let next = at;
  while (source[next] === ' ' || source[next] === '\t') next++;
  return next;
}

function skipIndent(source: string, at: number, indent: number): number {
  let next = at;
  while (next < at + indent && source[next] === ' ') next++;
  return next;
}
