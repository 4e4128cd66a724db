/** A text or a template that is no sentence of our language, told to its author; lines from 1, columns from 0. */
export class Misspelt extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, { line, column }: { line: number; column: number }) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
