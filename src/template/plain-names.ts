/** A name that means nothing but itself, wherever it stands. */
const name = /\{\{([一-龥]+)\}\}/;

/** A place as Handlebars gives it: lines from 1, columns from 0. */
type Position = hbs.AST.Position;

/**
 * The syntax tree of a text that holds nothing but prose and names in {{ }}, as most do: the same that Handlebars makes of
 * it, whose parser takes a tenth of a short run. Undefined for all other texts; `isWord` knows the names that are words.
 */
export function plainNames(text: string, isWord: (name: string) => boolean): hbs.AST.Program | undefined {
  const pieces = text.split(name);
  const isPlain = pieces.every((piece, index) =>
    index % 2 === 0 ? !/[{}\\\r]/.test(piece) : !isWord(piece),
  );
  if (!isPlain) return undefined;
  let at: Position = { line: 1, column: 0 };
  const whole = at;
  const body = pieces.flatMap((piece, index): hbs.AST.Statement[] => {
    if (piece === '') return [];
    const start = at;
    at = index % 2 === 0 ? behind(piece, start) : behind(`{{${piece}}}`, start);
    return [index % 2 === 0 ? prose(piece, { start, end: at }) : printed(piece, { start, end: at })];
  });
  const loc = { start: whole, end: at };
  return { type: 'Program', body, strip: {}, loc } as unknown as hbs.AST.Program;
}

interface Place {
  start: Position;
  end: Position;
}

function prose(value: string, loc: Place): hbs.AST.Statement {
  return { type: 'ContentStatement', original: value, value, loc } as unknown as hbs.AST.Statement;
}

function printed(name: string, { start, end }: Place): hbs.AST.Statement {
  const within = { start: moved(start, 2), end: moved(end, -2) };
  const path = { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc: within };
  const strip = { open: false, close: false };
  const loc = { start, end };
  return {
    type: 'MustacheStatement',
    path,
    params: [],
    escaped: true,
    strip,
    loc,
  } as unknown as hbs.AST.Statement;
}

const moved = ({ line, column }: Position, by: number): Position => ({ line, column: column + by });

function behind(text: string, { line, column }: Position): Position {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line, column: column + last }
    : { line: line + lines.length - 1, column: last };
}
