import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Told {
  id?: number | null;
  method?: string;
  params?: { uri: string; version?: number; diagnostics: Finding[] };
  result?: unknown;
  error?: { code: number; message: string };
}

interface Place {
  line: number;
  character: number;
}

export interface Edit {
  range: { start: Place; end: Place };
  newText: string;
}

export interface Finding {
  range: Edit['range'];
  severity: number;
  code: string;
  message: string;
}

/** A small editor that speaks with the built language server over its standard streams. */
export class Editor {
  readonly #process;
  readonly #cwd: string;
  readonly #texts = new Map<string, { version: number; source: string }>();
  readonly told: Told[] = [];
  #wake = () => {};
  #left = Buffer.alloc(0);
  #asked = 0;
  readonly ended: Promise<number | null>;

  constructor(cwd: string) {
    this.#cwd = cwd;
    this.#process = spawn(process.execPath, [path.resolve('bin/pingan.cjs'), 'lsp', '--stdio'], { cwd });
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#process.stdin.on('error', () => {});
    this.#process.on('exit', () => this.#wake());
    this.ended = new Promise((resolve) => this.#process.on('close', resolve));
  }

  #read(chunk: Buffer): void {
    this.#left = Buffer.concat([this.#left, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#left.toString('latin1'));
      const end = (head?.[0].length ?? 0) + Number(head?.[1]);
      if (!head || this.#left.length < end) break;
      this.told.push(JSON.parse(this.#left.subarray(head[0].length, end).toString()) as Told);
      this.#left = this.#left.subarray(end);
    }
    this.#wake();
  }

  /** Waits for something that fits. */
  async heard(fits: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const found = this.told.find(fits);
      if (found) return found;
      if (this.#process.exitCode !== null) throw new Error('the server has ended');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  write(bytes: string): void {
    this.#process.stdin.write(bytes);
  }

  end(): void {
    this.#process.stdin.end();
  }

  tell(method: string, params?: unknown, id?: number): void {
    const text = JSON.stringify({ jsonrpc: '2.0', method, params, ...(id !== undefined && { id }) });
    this.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  async ask(method: string, params?: unknown): Promise<Told> {
    const id = ++this.#asked;
    this.tell(method, params, id);
    return await this.heard((told) => told.id === id);
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.#cwd, name)).href;
  }

  /** Types a text; `⌖` is where the cursor stands. What is found in it is the answer. */
  async type(name: string, typed: string): Promise<Finding[]> {
    const uri = this.uri(name);
    const source = typed.replace('⌖', '');
    const version = (this.#texts.get(name)?.version ?? 0) + 1;
    this.#texts.set(name, { version, source });
    if (version === 1)
      this.tell('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version, text: source },
      });
    else
      this.tell('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: source }],
      });
    const { params } = await this.heard(
      (told) => told.params?.uri === uri && told.params.version === version,
    );
    return params?.diagnostics ?? [];
  }

  /** Types a text and asks about the place of `⌖`. */
  async at<T>(question: string, name: string, typed: string, more: object = {}): Promise<T> {
    await this.type(name, typed);
    const lines = typed.slice(0, typed.indexOf('⌖')).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const place = { textDocument: { uri: this.uri(name) }, position };
    const { result, error } = await this.ask(`textDocument/${question}`, { ...place, ...more });
    return (error ?? result) as T;
  }

  /** The text after changes, made from its end. */
  changed(name: string, edits: readonly Edit[]): string {
    const source = this.#texts.get(name)?.source ?? '';
    const lines = source.split('\n');
    const offset = ({ line, character }: Place) =>
      lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
    return [...edits]
      .sort((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce(
        (text, { range, newText }) =>
          text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)),
        source,
      );
  }

  /** What stands at a range of a text. */
  words(name: string, { start, end }: Edit['range']): string {
    const lines = (this.#texts.get(name)?.source ?? '').split('\n');
    if (start.line !== end.line) return '(several lines)';
    return (lines[start.line] ?? '').slice(start.character, end.character);
  }
}
