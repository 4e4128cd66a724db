import { Chalk, type ChalkInstance } from 'chalk';
import type { Problem } from '../schema/problem.ts';
import { frame, position } from './frame.ts';

/** Everything that is said to a person; results go to standard output without passing here. */
export class Terminal {
  readonly #paint: ChalkInstance;
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void, colour: boolean) {
    this.#write = write;
    this.#paint = new Chalk({ level: colour ? 1 : 0 });
  }

  done(text: string): void {
    this.#line(`${this.#paint.green('✔')} ${text}`);
  }

  note(text: string): void {
    this.#line(text);
  }

  failed(text: string): void {
    this.#line(`${this.#paint.red('✘')} ${text}`);
  }

  /** Problems in the order of the file, each with its place, its line and what to do. */
  problems(file: string, source: string, problems: readonly Problem[]): void {
    for (const problem of problems) {
      const { line, column } = position(source, problem.start);
      const severity = problem.severity === 'error' ? this.#paint.red('错误') : this.#paint.yellow('警告');
      this.#line(`${this.#paint.bold(`${file}:${line}:${column}`)} ${severity} ${problem.message}`);
      for (const each of frame(source, problem)) this.#line(this.#paint.dim(each));
      if (problem.advice !== undefined) this.#line(`  ${this.#paint.cyan('改法')} ${problem.advice}`);
      this.#line('');
    }
  }

  #line(text: string): void {
    this.#write(`${text}\n`);
  }
}
