import type { Reply, Request } from '../worker/protocol.ts';
import type { Service } from '../worker/service.ts';

/** What the engine refuses to do, in a sentence for the person. */
export class Refused extends Error {}

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
  progress?: ((...state: number[]) => void) | undefined;
}

type Asked<K extends keyof Service> =
  Parameters<Service[K]> extends [...infer A, (...state: never[]) => Promise<boolean>]
    ? A
    : Parameters<Service[K]>;

/** The engine in a worker of its own, so that nobody waits for it while typing. */
export class Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** The engine is a text of the page: a page opened from the disk may load no other file. */
  constructor(code: string) {
    this.#worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#heard(data));
  }

  ask<K extends keyof Service>(name: K, ...args: Asked<K>): ReturnType<Service[K]> {
    return this.start(name, args).answer;
  }

  /** Asks for what takes its time; it can be given up. */
  start<K extends keyof Service>(
    name: K,
    args: Asked<K>,
    progress?: (...state: number[]) => void,
  ): { answer: ReturnType<Service[K]>; stop(): void } {
    const id = ++this.#last;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
    });
    this.#worker.postMessage({ id, name, args } satisfies Request);
    return {
      answer: answer as ReturnType<Service[K]>,
      stop: () => this.#worker.postMessage({ id, stop: true } satisfies Request),
    };
  }

  #heard(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if ('progress' in reply) {
      waiting?.progress?.(...reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('refused' in reply) waiting?.reject(new Refused(reply.refused));
    else waiting?.resolve(reply.value);
  }
}
