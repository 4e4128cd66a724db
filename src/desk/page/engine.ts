import type { Reply, Request } from '../worker/protocol.ts';
import type { Service } from '../worker/service.ts';

/** What the engine refuses to do, in a sentence for the person. */
export class Refused extends Error {}

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
  progress?: ((...state: never[]) => void) | undefined;
}

type Asked<K extends keyof Service> =
  Parameters<Service[K]> extends [...infer A, (...state: never[]) => unknown] ? A : Parameters<Service[K]>;

/** What is told before there is an answer. */
type Told<K extends keyof Service> =
  Parameters<Service[K]> extends [...unknown[], (...state: infer S) => unknown]
    ? (...state: S) => void
    : undefined;

/** The engine in a worker of its own, so that nobody waits for it while typing. */
export class Engine {
  readonly #worker: Promise<Worker>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** The engine is packed into a text of the page: a page opened from the disk may load no other file. */
  constructor(packed: string) {
    this.#worker = unpacked(packed).then((code) => {
      const worker = new Worker(URL.createObjectURL(code));
      worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#heard(data));
      return worker;
    });
  }

  ask<K extends keyof Service>(name: K, ...args: Asked<K>): ReturnType<Service[K]> {
    return this.start(name, args).answer;
  }

  /** Asks for what takes its time; it can be given up. */
  start<K extends keyof Service>(
    name: K,
    args: Asked<K>,
    progress?: Told<K>,
  ): { answer: ReturnType<Service[K]>; stop(): void } {
    const id = ++this.#last;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
    });
    this.#send({ id, name, args });
    return {
      answer: answer as ReturnType<Service[K]>,
      stop: () => this.#send({ id, stop: true }),
    };
  }

  #send(request: Request): void {
    void this.#worker.then((worker) => worker.postMessage(request));
  }

  #heard(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if ('progress' in reply) {
      waiting?.progress?.(...(reply.progress as never[]));
      return;
    }
    this.#waiting.delete(reply.id);
    if ('refused' in reply) waiting?.reject(new Refused(reply.refused));
    else waiting?.resolve(reply.value);
  }
}

async function unpacked(packed: string): Promise<Blob> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unpacking = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Blob([await new Response(unpacking).arrayBuffer()], { type: 'text/javascript' });
}
