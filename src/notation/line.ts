/** Whether a word is a key of the files that are read; tells a mistyped colon from a sentence that has one. */
export type IsKey = (typed: string) => boolean;

/** A line of a file that YAML could not read. */
export interface Line {
  text: string;
  /** Offset of its first character. */
  from: number;
  /** The line before it. */
  before: string;
  isKey: IsKey;
}

/** Blanks, and the dashes of entries: what may stand before a key or a text. */
export const lead = '^( *(?! )(?:- +(?! )){0,100})';

/**
 * The column above which the text of a block has to be indented, where a line opens one with | or >: that of its key, or
 * of the last dash.
 */
function blockColumn(text: string): number | undefined {
  const found = /^( *)(?! )((?:- +(?! )){0,100})(.*[:：] *)?[|>][-+0-9]*\s*$/.exec(text);
  if (!found) return undefined;
  const [, blanks = '', dashes = '', key] = found;
  if (key !== undefined) return blanks.length + dashes.length;
  return dashes === '' ? undefined : blanks.length + dashes.trimEnd().length - 1;
}

/** The lines that are no text of a block. */
export function* linesOutsideBlocks(source: string, isKey: IsKey): Generator<Line & { belowBlock: boolean }> {
  let from = 0;
  let before = '';
  let block: number | undefined;
  for (const text of source.split('\n')) {
    const indent = indentOf(text);
    if (block === undefined || (indent <= block && text.trim() !== '')) {
      yield { text, from, before, isKey, belowBlock: block !== undefined };
      block = blockColumn(text);
    }
    before = text;
    from += text.length + 1;
  }
}

export function indentOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

/** The line in which a place lies. */
export function lineAt(source: string, at: number): { from: number; text: string } {
  const from = source.lastIndexOf('\n', at - 1) + 1;
  return { from, text: source.slice(from).split('\n', 1)[0]?.trimEnd() ?? '' };
}
