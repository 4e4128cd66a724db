import { Chalk, type ChalkInstance } from 'chalk';
import { type Problem, severityNames } from '../schema/problem.ts';
import { Lines } from '../text/lines.ts';
import { oneLine, printable } from '../text/printable.ts';
import { alike } from './alike.ts';
import { frame } from './frame.ts';

/** Places of equal problems that are listed; more than these nobody goes through one by one. */
const mostPlaces = 10;

interface Ear {
  say(text: string): void;
  colour: boolean;
  /** Whether only what went wrong is to be heard. */
  quiet?: boolean;
}

/** Everything that is said to a person; results go to standard output without passing here. */
export class Terminal {
  readonly #paint: ChalkInstance;
  readonly #ear: Ear;

  constructor(ear: Ear) {
    this.#paint = new Chalk({ level: ear.colour ? 1 : 0 });
    this.#ear = ear;
  }

  done(text: string): void {
    if (!this.#ear.quiet) this.#line(`${this.#paint.green('✔')} ${printable(text)}`);
  }

  note(text: string): void {
    this.#line(printable(text));
  }

  /** What one may do next, which nobody misses who wants to hear only what went wrong. */
  hint(text: string): void {
    if (!this.#ear.quiet) this.note(text);
  }

  failed(text: string): void {
    this.#line(`${this.#paint.red('✘')} ${printable(text)}`);
  }

  /** Problems in the order of the file, with place, line and what to do; equal ones once, with their places. */
  problems(file: string, source: string, problems: readonly Problem[]): void {
    this.#show(file, source, problems, false);
  }

  /** The same with the names of the rules, and whether the program itself can put it right. */
  findings(file: string, source: string, problems: readonly Problem[]): void {
    this.#show(file, source, problems, true);
  }

  #show(file: string, source: string, problems: readonly Problem[], rules: boolean): void {
    const { bold, cyan, dim } = this.#paint;
    const lines = new Lines(source);
    const place = (offset: number) => {
      const { line, column } = lines.position(offset);
      return `${line}:${column}`;
    };
    for (const { first: problem, others } of alike(problems)) {
      const { severity, code, message, advice, fix, related = [] } = problem;
      const where = bold(oneLine(`${file}:${place(problem.start)}`));
      const rule = rules ? ` ${dim(code)}` : '';
      this.#line(`${where} ${this.#severity(severity)} ${oneLine(message)}${rule}`);
      for (const each of frame(lines, problem)) this.#line(dim(each));
      for (const each of related) this.#line(dim(`  另见 ${place(each.start)} ${oneLine(each.message)}`));
      if (others.length > 0) {
        const places = others.slice(0, mostPlaces).map(({ start }) => place(start));
        const all = others.length > mostPlaces ? ` 等 ${others.length} 处` : '';
        this.#line(dim(`  同样的还有 ${places.join('、')}${all}`));
      }
      if (advice !== undefined) this.#line(`  ${cyan('改法')} ${oneLine(advice)}`);
      if (rules && fix)
        this.#line(`  ${cyan(fix.safe ? '可自动修改（--fix）' : '可自动修改，改后要核对（--fix=unsafe）')}`);
      this.#line('');
    }
  }

  #severity(severity: Problem['severity']): string {
    const { red, yellow, blue } = this.#paint;
    return { error: red, warning: yellow, info: blue }[severity](severityNames[severity]);
  }

  #line(text: string): void {
    this.#ear.say(`${text}\n`);
  }
}
