/** Where somebody pastes. */
export type Place =
  | { kind: 'words' }
  /** Within `键: |`, of which each line stands so far in; the one of the cursor may want some blanks still. */
  | { kind: 'block'; indent: number; missing: number }
  /** Where items may stand, in the place of what stands there now. */
  | { kind: 'items'; indent: number; start: number; end: number; before: string };

/** Found by indentation, since what is being written is often no YAML yet. */
export function placeOf(source: string, at: number): Place {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const next = source.indexOf('\n', at);
  const end = next < 0 ? source.length : next;
  const line = source.slice(start, end);
  const above = source.slice(0, start).split('\n').slice(0, -1);
  const block = blockAt(above, line);
  if (block !== undefined) {
    const missing = line.trim() === '' ? Math.max(0, block - (at - start)) : 0;
    return { kind: 'block', indent: block, missing };
  }
  if (/^ *- *$/.test(line)) return { kind: 'items', indent: line.indexOf('-'), start, end, before: '' };
  if (/^[^#'"]*: *$/.test(line) && source.slice(at, end).trim() === '') {
    const indent = (/^ *(?:- +)*/.exec(line)?.[0].length ?? 0) + 2;
    return { kind: 'items', indent, start: start + line.trimEnd().length, end, before: '\n' };
  }
  if (line.trim() !== '') return { kind: 'words' };
  const column = at - start;
  const dashes = dashesAbove(above);
  const indent = dashes.find((each) => each <= column) ?? dashes.at(-1);
  return indent === undefined ? { kind: 'words' } : { kind: 'items', indent, start, end, before: '' };
}

/** How far in the lines of the text stand that begins above with `键: |`, where the line is one of them. */
function blockAt(above: readonly string[], line: string): number | undefined {
  let inner = line.trim() === '' ? undefined : indentOf(line);
  let own = inner;
  for (const each of above.toReversed()) {
    if (each.trim() === '') continue;
    const indent = indentOf(each);
    if (/[:-] *[|>][-+\d]* *$/.test(each) && (own === undefined || indent < own)) {
      const key = /^ *(?:- +)*/.exec(each)?.[0].length ?? 0;
      return inner ?? (indentOf(line) > key ? indentOf(line) : key + 2);
    }
    inner ??= indent;
    if (own === undefined || indent < own) own = indent;
    if (own === 0) return undefined;
  }
  return undefined;
}

/** Where the dashes stand of the lists that a line below would be in, the innermost first. */
function dashesAbove(above: readonly string[]): number[] {
  const found: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const line of above.toReversed()) {
    if (line.trim() === '' || /^ *#/.test(line) || indentOf(line) >= least) continue;
    least = indentOf(line);
    if (/^ *- /.test(line)) found.push(least);
    if (least === 0) break;
  }
  return found;
}

const indentOf = (line: string) => line.length - line.trimStart().length;
