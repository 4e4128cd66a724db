import { Worker } from 'node:worker_threads';
import type { Hands } from '../../batch/dispatch.ts';
import type { Outcome, Task } from '../../batch/outcome.ts';
import { UserError } from '../../errors.ts';
import type { Reply, WorkerStart } from './worker.ts';

/** Makes the documents of tasks, one after the other or side by side. */
export interface Crew extends Hands {
  close(): Promise<void>;
}

/** A crew of threads. Each has a list in hand and one waiting, so the table is read no faster than documents are made. */
export function threads(starts: readonly WorkerStart[], program: string): Crew {
  const workers = starts.map((start) => new Thread(start, program));
  return {
    size: workers.length * 2,
    make: (tasks) => workers.reduce((idlest, each) => (each.load < idlest.load ? each : idlest)).make(tasks),
    close: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
  };
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: { done(outcomes: Outcome[]): void; failed(reason: unknown): void }[] = [];
  readonly #ended: Promise<void>;
  #dead: { reason: unknown } | undefined;

  constructor(start: WorkerStart, program: string) {
    this.#worker = new Worker(program, {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.#worker.on('message', (reply: Reply) => {
      const next = this.#waiting.shift();
      if (reply.stopped !== undefined) next?.failed(new UserError(reply.stopped));
      else if (reply.crashed !== undefined) next?.failed(new Error(reply.crashed));
      else next?.done(reply.outcomes);
    });
    this.#worker.on('error', (thrown) => this.#die(thrown));
    this.#ended = new Promise((resolve) =>
      this.#worker.once('exit', () => {
        this.#die(new Error('a worker ended before its work was done'));
        resolve();
      }),
    );
  }

  /** What it was given, and is given later, won't be made; the first reason is the true one. */
  #die(reason: unknown): void {
    this.#dead ??= { reason };
    for (const each of this.#waiting.splice(0)) each.failed(this.#dead.reason);
  }

  get load(): number {
    return this.#waiting.length;
  }

  make(tasks: readonly Task[]): Promise<Outcome[]> {
    if (this.#dead) return Promise.reject(this.#dead.reason);
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.postMessage(tasks);
    });
  }

  close(): Promise<void> {
    this.#worker.postMessage('close');
    return this.#ended;
  }
}
