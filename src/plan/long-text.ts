import type { NumberForm } from '../document/number.ts';
import { type Block, blocksOf, type Rows } from '../outline/blocks.ts';
import { ordinalOf } from '../outline/ordinal.ts';
import {
  type Counting,
  type Numbered,
  type Outline,
  outlineOf,
  type Part,
  type Place,
} from '../outline/outline.ts';
import type { Piece } from '../outline/rows.ts';
import { composed, type Scalar, type Span } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';
import type { Entry, Item } from './item.ts';
import { hidden, wholeIn } from './prose.ts';
import { type Refusal, told } from './refusals.ts';
import { joined } from './table.ts';
import { type Table, tableOf } from './table-rows.ts';

const caption = /^(?:附?表[ \u3000]*[\d０-９一二三四五六七八九十]|.{0,30}(?:[表單单册冊帐賬账]|一[览覽])$)/u;

/** The second of several things counted in one paragraph. */
const second = /[。；：，、;:,](?:2[.．、）)]|[（(][二2][）)]|②|二、)/;

/** Whether a text has more than one line, or a number in front. */
export function isLong({ text }: Scalar): boolean {
  return (
    /[\n\r\v\f\u0085\u2028\u2029]/.test(text.trim()) || ordinalOf(hidden(text).trimStart()) !== undefined
  );
}

/** What stands in an item where its long text stood. */
export type Parts = Pick<Item, 'text' | 'tables' | 'closing' | 'items' | 'numbering'>;

const nothing = { parts: [], level: 0, skips: false };

/** A long text as it was pasted or typed: its paragraphs, the rows of tables in it, and the numbers that it has. */
export class LongText {
  readonly blocks: Block[];
  /** Every value that was made of it. */
  readonly made: Scalar[] = [];
  readonly #scalar: Scalar;
  readonly #levels: readonly (NumberForm | null)[];
  readonly #prose: string;
  readonly #isWhole: (piece: Piece) => boolean;
  readonly #report: Report;

  constructor(scalar: Scalar, levels: readonly (NumberForm | null)[], report: Report) {
    this.#scalar = scalar;
    this.#levels = levels;
    this.#report = report;
    this.#prose = hidden(scalar.text);
    this.#isWhole = wholeIn(scalar.text);
    this.blocks = blocksOf(this.#prose);
  }

  /** The outline that some of its blocks make; what isn't one is told. */
  outline(blocks: Block[], place: Place, counting: Counting, refuse = this.refuse): Outline {
    return outlineOf(blocks, place, { counting, refuse, isWhole: this.#isWhole });
  }

  /** Says why numbers are printed as they were typed. */
  readonly refuse = (refusal: Refusal): void => {
    const { ordinal, start, end } = refusal.at;
    // A level without numbers may have the author's own, and 1.…；2.… may count within a paragraph.
    if (refusal.why === 'form' && refusal.expected === undefined) return;
    if (refusal.why === 'alone' && second.test(this.#prose.slice(start, end))) return;
    const from = start + ordinal.from;
    const at = { start: this.#scalar.at(from), end: this.#scalar.at(from + ordinal.text.length, 'end') };
    this.#report({ severity: 'warning', code: 'numbering/hand-typed-in-body', ...at, ...told(refusal) });
  };

  /** Says once that the numbers are the engine's now. */
  announce({ parts }: Outline): void {
    const [first] = parts;
    if (!first) return;
    const { start, end } = first.head;
    this.#report({
      severity: 'info',
      code: 'plan/outline',
      start: this.#scalar.at(start),
      end: this.#scalar.at(end, 'end'),
      message: `这段文字照手打的序号读成了${parts.length}个部分，序号由程序编。`,
      advice: '写成列表就不用打序号：一条前面一个“- ”，有标题的写“- 标题: 内容”，下一级多缩进两格。',
    });
  }

  entry({ head, titled, below }: Part): Entry & { type: 'item' } {
    return titled
      ? { type: 'item', title: this.#title(head), ...this.content(below.lead, below) }
      : { type: 'item', ...this.content([head, ...below.lead], below, { head }) };
  }

  /**
   * Blocks as the content of an item: a text, tables and a text behind them. Entries are printed in front of tables, so
   * rows in front of entries stay text. `head` loses its number.
   */
  content(
    blocks: readonly Block[],
    { parts, level, skips }: Pick<Outline, 'parts' | 'level' | 'skips'> = nothing,
    { head, tables: allowed = true }: { head?: Numbered; tables?: boolean } = {},
  ): Parts {
    const rows = blocks.filter(isRows);
    const captions = new Map(
      rows.map((each) => [each, this.#caption(blocks[blocks.indexOf(each) - 1])] as const),
    );
    const inTables = (block: Block) => isRows(block) || [...captions.values()].includes(block);
    const [first, last] = [blocks.findIndex(inTables), blocks.findLastIndex(isRows)];
    const together = allowed && parts.length === 0 && blocks.slice(first, last + 1).every(inTables);
    const tables = together ? rows.flatMap((each) => this.#table(each, captions.get(each)) ?? []) : [];
    const fit = rows.length > 0 && tables.length === rows.length;
    if (!fit) this.leaveRows(rows);
    return {
      ...this.#text('text', fit ? blocks.slice(0, first) : blocks, head),
      ...(fit && { tables }),
      ...this.#text('closing', fit ? blocks.slice(last + 1) : []),
      ...(skips && { numbering: [this.#levels[level - 1] ?? null] }),
      ...(parts.length > 0 && { items: parts.map((part) => this.entry(part)) }),
    };
  }

  #text(key: 'text' | 'closing', blocks: readonly Block[], head?: Numbered | undefined): Parts {
    return blocks.length > 0 ? { [key]: this.text(blocks, head) } : {};
  }

  /** Blocks as one text, with a blank line between its paragraphs. */
  text(blocks: readonly Block[], head?: Numbered | undefined): Scalar {
    if (this.blocks.length === 1 && !head) return this.#keep(this.#scalar);
    const lines = blocks.flatMap((block): Piece[] =>
      isRows(block) ? block.rows.map(({ line }) => line) : [block],
    );
    const words = (each: Piece) => (head && each === head ? this.#unnumbered(head) : [this.#whole(each)]);
    return this.#make(lines.flatMap((each, index) => (index === 0 ? words(each) : ['\n\n', ...words(each)])));
  }

  /** With the blanks behind it, of which something may have been found. */
  #whole({ start, end }: Piece): Piece {
    const blanks = /^[ \t\u3000]*/.exec(this.#scalar.text.slice(end))?.[0].length ?? 0;
    return { start, end: end + blanks };
  }

  /** The rows as a table; undefined where they aren't one. */
  #table({ rows }: Rows, caption: Block | undefined): Table | undefined {
    const cells = rows.map((row) => row.cells);
    const even = cells.every((row) => row.length === cells[0]?.length);
    if (!even || !cells.flat().every(this.#isWhole)) return undefined;
    const table = tableOf(this.#scalar, cells, this.#report);
    if (table === undefined) return undefined;
    joined(table, this.#report);
    return caption ? { title: this.#make([caption]), ...table } : table;
  }

  /** A short line above rows that is called a table names them. */
  #caption(block: Block | undefined): Block | undefined {
    if (!block || isRows(block) || !block.bare || block.ordinal) return undefined;
    return caption.test(this.#prose.slice(block.start, block.end)) ? block : undefined;
  }

  /** Blocks cut behind their tables, so that each piece is the content of an item. */
  chunks(blocks: readonly Block[]): Block[][] {
    const chunks: Block[][] = [];
    for (const block of blocks) {
      const last = chunks.at(-1);
      const before = last?.at(-1);
      if (last && before && (!isRows(before) || isRows(block))) last.push(block);
      else chunks.push([block]);
    }
    return chunks;
  }

  /** Says that rows are printed as a paragraph each. */
  leaveRows(blocks: readonly Block[]): void {
    for (const block of blocks) if (isRows(block)) this.#leave(block);
  }

  #leave({ start, end, rows }: Rows): void {
    const counts = [...new Set(rows.map(({ cells }) => cells.length))];
    this.#report({
      severity: 'warning',
      code: 'plan/table',
      start: this.#scalar.at(start),
      end: this.#scalar.at(end, 'end'),
      ...(counts.length > 1
        ? {
            message: `这几行像是表格，各行却有${counts.join('、')}格，没有排成表格。`,
            advice: '各行的格数要一样，空格也占一格；不是表格的，把制表符或“|”换成别的。',
          }
        : { message: '这几行像是表格，但这里放不下表格。', advice: '把它们写到“表格:”下面。' }),
    });
  }

  /** A bold title is bold by its style. */
  #title(head: Numbered): Scalar {
    const { ordinal, start, end } = head;
    const words = this.#scalar.text.slice(start + ordinal.to, end);
    const before = this.#scalar.text.slice(start, start + ordinal.from);
    const bold = before.endsWith('**') && words.endsWith('**') && words.indexOf('**') === words.length - 2;
    return this.#make(bold ? [{ start: start + ordinal.to, end: end - 2 }] : this.#unnumbered(head));
  }

  /** A paragraph without its number, but with the conditions and bold marks in front of it. */
  #unnumbered({ ordinal, start, end }: Numbered): Span[] {
    const before = [...this.#prose.slice(start, start + ordinal.from).matchAll(/\0+/g)];
    return [
      ...before.map(({ index, 0: { length } }) => ({ start: start + index, end: start + index + length })),
      { start: start + ordinal.to, end },
    ];
  }

  #make(pieces: readonly (Span | string)[]): Scalar {
    return this.#keep(composed(this.#scalar, pieces));
  }

  #keep(scalar: Scalar): Scalar {
    this.made.push(scalar);
    return scalar;
  }
}

function isRows(block: Block): block is Rows {
  return block.kind === 'rows';
}
