import type { Value } from '../data/table.ts';
import { isMarkable, marked, stencil } from '../document/stencil.ts';
import type { Format, Press, Style } from '../formats/format.ts';
import { inert } from '../markup/inert.ts';
import { document, style } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import type { Variables } from '../plan/variables.ts';
import type { Report } from '../schema/problem.ts';
import type { Compose } from '../template/compose.ts';
import type { Uses } from '../template/steering.ts';
import { isHan } from '../text/paragraphs.ts';
import { withRow } from './rows.ts';

/** What is the same for all rows. */
export interface Work {
  plan: Plan;
  compose: Compose;
  uses: Uses;
  /** The plan's own variables and those of the command line, which the rows come before. */
  given: Variables;
  columns: readonly string[];
  formats: readonly Format[];
  own?: Pick<Style, 'letterhead' | 'look'>;
}

/** A presses of one shape of document, one for each format; `seen` until a second row has come by that has its shape. */
type Shape = 'seen' | 'unlike' | readonly Press[];

/** Shapes that are remembered. A table in which every row has its own gains nothing by them. */
const most = 1000;

/**
 * Prints the documents of rows. Documents that differ only in printed words have the same shape: the second of a shape
 * is made with marks in the place of its words and cut open there, and all that follow only get their own words put
 * in. A press that doesn't give the second document exactly as it was made is not used.
 */
export class Printing {
  readonly #work: Work;
  readonly #shapes = new Map<string, Shape>();
  /** By column: not used, used as it is, or printed only. */
  readonly #roles: readonly ('unused' | 'steering' | 'printed')[];

  constructor(work: Work) {
    const { columns, uses } = work;
    this.#work = work;
    this.#roles = columns.map((column) => {
      const [head = ''] = column.split('.');
      if (uses.steering === true || uses.steering.has(head)) return 'steering';
      return uses.names.has(column) ? 'printed' : 'unused';
    });
  }

  /** The documents of a row, one for each format; undefined after problems were reported. */
  async print(values: readonly Value[], report: Report): Promise<Buffer[] | undefined> {
    const words = values.map((value, index) =>
      this.#roles[index] === 'printed' && typeof value === 'string' ? inert(value) : '',
    );
    const shape = this.#shape(values, words);
    const known = shape === undefined ? 'unlike' : this.#shapes.get(shape);
    if (typeof known === 'object') return known.map((press) => press(words));
    let problems = 0;
    const made = await this.#make(values, (problem) => {
      problems++;
      report(problem);
    });
    if (problems > 0) return undefined;
    if (shape !== undefined && known !== 'unlike')
      this.#remember(shape, known === undefined ? 'seen' : await this.#cut(values, words, made));
    return made;
  }

  async #make(values: readonly Value[], report: Report): Promise<Buffer[]> {
    const { finished, writers } = await this.#finished(values, report);
    return writers.map((writer) => writer.write(finished));
  }

  async #finished(values: readonly Value[], report: Report) {
    const { plan, compose, given, columns, formats, own } = this.#work;
    const finished = document(plan, withRow(given, columns, values), compose, report);
    const writers = await Promise.all(formats.map((format) => format.prepare(style(plan, finished, own))));
    return { finished, writers };
  }

  async #cut(values: readonly Value[], words: readonly string[], made: readonly Buffer[]): Promise<Shape> {
    const blanked = values.map((value, index) =>
      isPlain(words[index]) ? marked(index, sides(words[index])) : value,
    );
    const { finished, writers } = await this.#finished(blanked, () => {});
    const cut = stencil(finished);
    const presses = writers.map((writer) => writer.press(cut));
    return presses.every((press, index) => made[index]?.equals(press(words))) ? presses : 'unlike';
  }

  #remember(shape: string, known: Shape): void {
    const [oldest] = this.#shapes.keys();
    if (this.#shapes.size >= most && oldest !== undefined) this.#shapes.delete(oldest);
    this.#shapes.set(shape, known);
  }

  /** What of a row decides the shape of its document; undefined where a value can't be told from a mark. */
  #shape(values: readonly Value[], words: readonly string[]): string | undefined {
    let shape = '';
    for (let index = 0; index < values.length; index++) {
      const role = this.#roles[index];
      if (role === 'unused') continue;
      const word = words[index];
      if (isPlain(word)) {
        const { first, last } = sides(word);
        shape += `${first ? 'H' : 'h'}${last ? 'H' : 'h'}\0`;
        continue;
      }
      const value = values[index] ?? '';
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      if (!isMarkable(text)) return undefined;
      shape += `=${text}\0`;
    }
    return shape;
  }
}

/**
 * Whether printing a value doesn't depend on what it says. Templates ask whether a text is there at all (0, 否), whether
 * it ends like a sentence, and whether names in 《》 stand side by side.
 */
function isPlain(word: string | undefined): word is string {
  return word !== undefined && word !== '' && !telling.test(word) && isMarkable(word);
}

const telling = /^(?:0|否|无|false|no)$|^《|[。！？；：…”’）》年]$|^-/i;

function sides(word: string): { first: boolean; last: boolean } {
  return { first: isHan(word.charAt(0)), last: isHan(word.slice(-1)) };
}
