import type { Value } from '../data/table.ts';
import { plain } from '../document/block.ts';
import { escapeValue } from '../markup/escape.ts';
import { inline } from '../markup/inline.ts';
import { utf8 } from '../package/bytes.ts';
import { isText, merged, type Variable, type Variables } from '../plan/variables.ts';
import type { Scalar } from '../schema/node.ts';
import type { Problem } from '../schema/problem.ts';
import { fill } from '../template/fill.ts';
import { escaped } from '../template/values.ts';
import { inOneLine } from '../text/paragraphs.ts';
import { withRow } from './rows.ts';

/** The name of a row's document, without its ending and relative to the folder, or why it has none. */
export type FileName = { name: string; changed: boolean } | { fault: string };

/** What no file name may have on some system, and what is written instead. */
const wide: Record<string, string> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};
/** Windows keeps these for devices, whatever stands behind a dot. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
const invisible = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
/** Most file systems take 255 bytes; the ending and a temporary name need some. */
const longest = 200;

/** What a pattern may be about: columns by their places, and values that are the same for all rows. */
interface Scope {
  columns: readonly number[];
  given: Variables;
}

/** Makes file names after a pattern such as {{镇}}/{{村名}}工作要点; only the pattern's own slashes make folders. */
export class FileNames {
  readonly #parts: readonly Scalar[];
  readonly #columns: readonly string[];
  readonly #all: Scope;
  /** What the pattern speaks of: a table can have thousands of other columns. */
  readonly #used: Scope;

  constructor(pattern: string, columns: readonly string[], given: Variables) {
    this.#parts = pattern.split(slashesOutsideBraces).map(scalar);
    this.#columns = columns;
    this.#all = { columns: [...columns.keys()], given };
    const used = {
      columns: this.#all.columns.filter((index) => pattern.includes(columns[index]?.split('.')[0] ?? '')),
      given: merged({}, Object.fromEntries(Object.entries(given).filter(([name]) => pattern.includes(name)))),
    };
    this.#used = this.#wrong(used).length === 0 ? used : this.#all;
  }

  /** What is wrong with the pattern itself, for instance a name that no column has. */
  check(): string[] {
    return this.#wrong(this.#all);
  }

  #wrong(scope: Scope): string[] {
    const problems: Problem[] = [];
    this.#fill(
      this.#columns.map(() => '甲'),
      scope,
      problems,
    );
    return problems.map(({ message }) => message);
  }

  of(values: readonly Value[]): FileName {
    const problems: Problem[] = [];
    const parts = this.#fill(values, this.#used, problems);
    const [first] = problems;
    if (first) return { fault: `文件名里的${first.message}` };
    const safe = parts.map(component);
    if (safe.includes('')) return { fault: '文件名是空的。' };
    // A UTF-16 unit takes at most three bytes in UTF-8.
    const long = safe.find((part) => part.length * 3 > longest && utf8(part).length > longest);
    if (long !== undefined) return { fault: `文件名太长：“${[...long].slice(0, 20).join('')}…”。` };
    return { name: safe.join('/'), changed: safe.some((part, index) => part !== parts[index]) };
  }

  #fill(values: readonly Value[], { columns: used, given }: Scope, problems: Problem[]): string[] {
    const columns = used.map((index) => this.#columns[index] ?? '');
    const row = used.map((index) => values[index] ?? '');
    const declared = inOnePiece(withRow(given, columns, row));
    const context = { declared, values: escaped(declared, { print: escapeValue }) };
    return this.#parts.map((part) => plain(inline(fill(part, context, (problem) => problems.push(problem)))));
  }
}

const slashesOutsideBraces = /[\\/](?![^{}]*\}\})/;

function scalar(text: string): Scalar {
  return { kind: 'scalar', text, start: 0, end: 0, at: () => 0 };
}

/** A name has no lines: a cell of several is joined as a text is that was wrapped there. */
function inOnePiece(variables: Variables): Variables {
  const names: Variables = Object.create(null);
  for (const [name, value] of Object.entries(variables)) names[name] = joined(value);
  return names;
}

function joined(value: Variable): Variable {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(joined);
  if (!isText(value)) return inOnePiece(value);
  const text = inOneLine(value.text);
  return text === value.text ? value : { ...value, text };
}

function component(text: string): string {
  const safe = text
    .normalize()
    .replace(invisible, '')
    .replace(/[<>:"/\\|?*]/g, (character) => wide[character] ?? '')
    .replace(/^[\s.]+/, (dots) => '．'.repeat(dots.replace(/\s/g, '').length))
    .replace(/[\s.](?<![\s.]{2})[\s.]*$/, '');
  return devices.test(safe) ? `_${safe}` : safe;
}
