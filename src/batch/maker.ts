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
  put(file: string, bytes: Buffer, untouched: (file: Buffer) => boolean): Made | string | undefined;
}

/** Makes the documents of rows. A row that can't be made says why and is no one else's concern. */
export class Maker {
  readonly #printing: Printing;
  readonly #formats: readonly Format[];
  readonly #columns: readonly string[];
  readonly #output: Output;

  constructor(printing: Printing, formats: readonly Format[], columns: readonly string[], output: Output) {
    this.#printing = printing;
    this.#formats = formats;
    this.#columns = columns;
    this.#output = output;
  }

  async make({ row, values, name }: Task): Promise<Outcome> {
    const problems: Problem[] = [];
    const documents = await this.#printing.print(values, (problem) => problems.push(problem));
    if (documents === undefined)
      return { state: 'failed', row, name, faults: faultsOf(problems, this.#columns, values) };
    const made: Made[] = [];
    const kept: string[] = [];
    for (const [index, format] of this.#formats.entries()) {
      const file = `${name}.${format.name}`;
      const put = this.#output.put(file, documents[index] as Buffer, format.untouched);
      if (typeof put === 'string') return { state: 'failed', row, name, faults: [{ message: put }] };
      if (put) made.push(put);
      else kept.push(file);
    }
    return { state: 'made', row, made, kept };
  }
}
