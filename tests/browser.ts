import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Told = { method: string; params: Record<string, unknown>; sessionId?: string };
type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } };

/** Chromium without a window, spoken to over pipes: no port is opened, and no package is needed for it. */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'pingan-browser-'));
  readonly #waiting = new Map<
    number,
    { resolve(value: Record<string, unknown>): void; reject(reason: Error): void }
  >();
  readonly #ears = new Set<(told: Told) => void>();
  #last = 0;
  #heard = '';

  constructor() {
    const options = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
    ];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    const programme = process.env['PINGAN_CHROMIUM'] ?? 'chromium';
    this.#process = spawn(programme, [...options, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      stdio: [...stdio],
    });
    const pipe = this.#process.stdio[4] as Readable;
    pipe.setEncoding('utf8');
    pipe.on('data', (piece: string) => this.#take(piece));
  }

  /** Asks the browser, or one of its pages. */
  ask(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#last;
    const answer = new Promise<Record<string, unknown>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) };
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return answer;
  }

  listen(ear: (told: Told) => void): void {
    this.#ears.add(ear);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.ask('Browser.close');
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #take(piece: string): void {
    const messages = (this.#heard + piece).split('\0');
    this.#heard = messages.pop() ?? '';
    for (const message of messages) {
      const told = JSON.parse(message) as Answer & Told;
      const waiting = told.id === undefined ? undefined : this.#waiting.get(told.id);
      if (told.id !== undefined) this.#waiting.delete(told.id);
      if (waiting && told.error) waiting.reject(new Error(told.error.message));
      else if (waiting) waiting.resolve(told.result ?? {});
      else for (const ear of this.#ears) ear(told);
    }
  }
}
