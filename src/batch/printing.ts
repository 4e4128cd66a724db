import type { Value } from '../data/table.ts';
import { filled, marked, type Stencil, stencil } from '../document/stencil.ts';
import type { Press } from '../formats/format.ts';
import { inert } from '../markup/inert.ts';
import { isSame } from '../package/bytes.ts';
import { document, style } from '../pipeline.ts';
import type { Report } from '../schema/problem.ts';
import { TemplateError } from '../template/compose.ts';
import { printed } from '../template/values.ts';
import type { Answer, Watch } from '../template/watched.ts';
import { type Holds, holding } from './answers.ts';
import { withRow } from './rows.ts';
import { isBlank, isPlain, isUndated, shapeOf, sides } from './shapes.ts';
import type { Work } from './work.ts';

/** What documents of one shape are pressed with, one press for each format, where templates would say the same of a row. */
interface Cut {
  holds: Holds;
  presses: readonly Press[];
  amiss: (words: readonly string[]) => string | undefined;
}

/** A shape of documents; as long as it couldn't be cut, how many of its rows have come by. */
type Shape = number | Cut;

/** Rows that are cut open for a press. Of what the first of them say, templates may make something that others don't share. */
const mostCuts = 3;

/** Shapes that are remembered. A table in which every row has its own gains nothing by them. */
const most = 1000;

/**
 * Prints the documents of rows. Documents that differ only in printed words have the same shape: the second of a shape
 * is made with marks in the place of its words and cut open there, and all that follow only get their own words put
 * in, where templates would say of them what they said of the marks. A press that doesn't give the second document
 * exactly as it was made is not used.
 */
export class Printing {
  readonly #work: Work;
  readonly #shapes = new Map<string, Shape>();
  readonly #failing = new Map<string, boolean>();
  /** What is amiss with the last row that was printed, though it has a document. */
  odd: string | undefined;
  /** The part of it that filling says; for rows of one shape it is the same. */
  #warning: string | undefined;
  /** By column: not used, used as it is, or printed only. */
  readonly #roles: readonly ('unused' | 'steering' | 'printed')[];

  constructor(work: Work) {
    const { columns, uses } = work;
    this.#work = work;
    this.#roles = columns.map((column) => {
      const [head = ''] = column.split('.');
      if (uses.steering === true || uses.steering.has(head)) return 'steering';
      if (uses.names.has(column)) return 'printed';
      return [...uses.names].some((name) => name.startsWith(`${column}.`)) ? 'steering' : 'unused';
    });
  }

  /** Whether a row would have no document for what it says; rows that leave the same empty and steer the same are asked once. */
  fails(values: readonly Value[]): boolean {
    let shape = '';
    for (let index = 0; index < values.length; index++) {
      const role = this.#roles[index];
      if (role === 'unused') continue;
      const value = values[index] ?? '';
      if (role === 'printed' && typeof value === 'string') shape += isBlank(value) ? '0' : '1';
      else shape += shapeOf(value);
    }
    const known = this.#failing.get(shape);
    if (known !== undefined) return known;
    let problems = 0;
    this.try(values, () => problems++);
    if (this.#failing.size >= most) this.#failing.clear();
    this.#failing.set(shape, problems > 0);
    return problems > 0;
  }

  /** Fills the documents of a row without making them. */
  try(values: readonly Value[], report: Report): void {
    const { plan, compose, given, columns, album } = this.#work;
    this.odd = undefined;
    try {
      const sifted = this.#sifted(report);
      const { blocks } = document(plan, withRow(given, columns, values), compose, sifted, { album });
      this.odd = this.#warning ?? this.#work.amiss?.of(blocks);
    } catch (thrown) {
      // Whoever makes the document says what is wrong with the template.
      if (!(thrown instanceof TemplateError)) throw thrown;
    }
  }

  /** Warnings are told of the row; for anything else it has no document. */
  #sifted(report: Report): Report {
    this.#warning = undefined;
    return (problem) => {
      if (problem.severity === 'error') report(problem);
      else this.#warning ??= `${problem.message}${problem.advice ?? ''}`;
    };
  }

  #words(values: readonly Value[]): string[] {
    return values.map((value, index) =>
      this.#roles[index] === 'printed' && typeof value === 'string' ? printed(value) : '',
    );
  }

  /** The documents of a row, one for each format; undefined after problems were reported. */
  async print(values: readonly Value[], report: Report): Promise<Uint8Array[] | undefined> {
    const escaped = this.#words(values);
    const words = escaped.map(inert);
    const shape = this.#shape(values, words);
    const known = this.#shapes.get(shape) ?? 0;
    if (typeof known === 'object' && known.holds(escaped)) {
      this.odd = known.amiss(words);
      return known.presses.map((press) => press(words));
    }
    let problems = 0;
    const made = await this.#make(values, (problem) => {
      problems++;
      report(problem);
    });
    if (problems > 0) return undefined;
    // Review copies are made one by one: what they remember is no printed word.
    if (this.#work.copy) return made;
    if (typeof known === 'number' && known <= mostCuts)
      this.#remember(shape, (known > 0 && (await this.#cut(values, words, made))) || known + 1);
    return made;
  }

  async #make(values: readonly Value[], report: Report): Promise<Uint8Array[]> {
    const { amiss, copy, formats } = this.#work;
    const { finished, writers } = await this.#finished(values, this.#sifted(report));
    this.odd = this.#warning ?? amiss?.of(finished.blocks);
    const copied = copy?.(finished, values) ?? finished;
    return writers.map((writer, index) => writer.write(formats[index]?.comments ? copied : finished));
  }

  async #finished(values: readonly Value[], report: Report, watch?: Watch) {
    const { plan, compose, given, columns, formats, own, album } = this.#work;
    const finished = document(plan, withRow(given, columns, values), compose, report, {
      ...(watch && { watch }),
      album,
    });
    const writers = await Promise.all(formats.map((format) => format.prepare(style(plan, finished, own))));
    return { finished, writers };
  }

  /** Undefined where another row may say more. */
  async #cut(
    values: readonly Value[],
    words: readonly string[],
    made: readonly Uint8Array[],
  ): Promise<Cut | undefined> {
    const blanked = values.map((value, index) =>
      isPlain(words[index]) ? marked(index, sides(words[index])) : value,
    );
    const answers: Answer[] = [];
    try {
      const { finished, writers } = await this.#finished(
        blanked,
        () => {},
        (answer) => answers.push(answer),
      );
      const cut = stencil(finished);
      if (isUndated(cut)) return undefined;
      const presses = writers.map((writer) => writer.press(cut));
      return presses.every((press, index) => isSame(made[index] ?? new Uint8Array(), press(words)))
        ? { holds: holding(answers), presses, amiss: this.#amiss(cut) }
        : undefined;
    } catch (thrown) {
      // Templates of one's own may not know what to do with a mark.
      if (thrown instanceof TemplateError) return undefined;
      throw thrown;
    }
  }

  #amiss(cut: Stencil): Cut['amiss'] {
    const { amiss } = this.#work;
    const warning = this.#warning;
    if (warning !== undefined) return () => warning;
    const isSame = amiss?.isSame(cut.blocks);
    return (words) => (!isSame || isSame(words) ? undefined : amiss?.of(filled(cut, words).blocks));
  }

  #remember(shape: string, known: Shape): void {
    this.#shapes.delete(shape);
    const [oldest] = this.#shapes.keys();
    if (this.#shapes.size >= most && oldest !== undefined) this.#shapes.delete(oldest);
    this.#shapes.set(shape, known);
  }

  /** What of a row decides the shape of its document. */
  #shape(values: readonly Value[], words: readonly string[]): string {
    let shape = '';
    for (let index = 0; index < values.length; index++) {
      const role = this.#roles[index];
      if (role === 'unused') continue;
      const word = words[index];
      if (isPlain(word)) {
        const { first, last } = sides(word);
        shape += (first ? 'H' : 'h') + (last ? 'H' : 'h');
        continue;
      }
      shape += shapeOf(values[index] ?? '');
    }
    return shape;
  }
}
