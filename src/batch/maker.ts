import type { Format } from '../formats/format.ts';
import type { Problem } from '../schema/problem.ts';
import { faultsOf } from './faults.ts';
import type { Made, Outcome, Task } from './outcome.ts';
import type { Printing } from './printing.ts';

/** Where documents go. */
export interface Output {
  /**
   * Puts a document into its place; undefined where a file lies that must be kept, or why it can't be put there.
   * Throws where nothing at all can be written any more.
   */
  put(file: string, bytes: Uint8Array, untouched: (file: Uint8Array) => boolean): Made | string | undefined;
}

/** Makes the documents of rows. A row that can't be made says why and is no one else's concern. */
export class Maker {
  readonly #printing: Printing;
  readonly #formats: readonly Format[];
  readonly #columns: readonly string[];
  readonly #output: Output;
  /** What is amiss with the pages of rows that are printed and not yet put away. */
  readonly #odd = new Map<number, string>();

  constructor(printing: Printing, formats: readonly Format[], columns: readonly string[], output: Output) {
    this.#printing = printing;
    this.#formats = formats;
    this.#columns = columns;
    this.#output = output;
  }

  /** In the order of the tasks; what no program has to finish is put away at once, so that it needn't be kept. */
  async make(tasks: readonly Task[]): Promise<Outcome[]> {
    if (this.#formats.some(({ finish }) => finish)) return this.#makeTogether(tasks);
    const outcomes: Outcome[] = [];
    for (const task of tasks) {
      const printed = await this.#print(task);
      outcomes.push(isPrinted(printed) ? this.#put(task, printed) : printed);
    }
    return outcomes;
  }

  async #makeTogether(tasks: readonly Task[]): Promise<Outcome[]> {
    const printed: (readonly (Uint8Array | string)[] | Outcome)[] = [];
    for (const task of tasks) printed.push(await this.#print(task));
    const finished = await this.#finished(printed.filter(isPrinted));
    return tasks.map((task, index) => {
      const outcome = printed[index];
      return outcome !== undefined && !isPrinted(outcome)
        ? outcome
        : this.#put(task, finished.next().value ?? []);
    });
  }

  async #print({ row, values, name }: Task): Promise<readonly Uint8Array[] | Outcome> {
    const problems: Problem[] = [];
    const documents = await this.#printing.print(values, (problem) => problems.push(problem));
    const odd = documents && this.#printing.odd;
    if (odd !== undefined) this.#odd.set(row, odd);
    return documents ?? { state: 'failed', row, name, faults: faultsOf(problems, this.#columns, values) };
  }

  /** The documents of rows, each format by itself, since a program of the system is started once for many. */
  async #finished(rows: readonly (readonly (Uint8Array | string)[])[]) {
    const columns = await Promise.all(
      this.#formats.map(async ({ finish }, index) => {
        const written = rows.map((row) => row[index] as Uint8Array);
        return finish && written.length > 0 ? finish(written) : written;
      }),
    );
    return rows.map((_, row) => columns.map((column) => column[row] as Uint8Array | string)).values();
  }

  #put({ row, name }: Task, documents: readonly (Uint8Array | string)[]): Outcome {
    const made: Made[] = [];
    const kept: string[] = [];
    const failed = (message: string): Outcome => ({ state: 'failed', row, name, faults: [{ message }] });
    for (const [index, format] of this.#formats.entries()) {
      const file = `${name}.${format.name}`;
      const document = documents[index];
      if (document === undefined || typeof document === 'string') return failed(document ?? '');
      const put = this.#output.put(file, document, format.untouched);
      if (typeof put === 'string') return failed(put);
      if (put) made.push(put);
      else kept.push(file);
    }
    const odd = this.#odd.get(row);
    this.#odd.delete(row);
    return { state: 'made', row, made, kept, ...(odd !== undefined && { odd }) };
  }
}

function isPrinted(row: readonly (Uint8Array | string)[] | Outcome): row is readonly (Uint8Array | string)[] {
  return Array.isArray(row);
}
