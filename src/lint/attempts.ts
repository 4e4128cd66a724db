/** Characters that are read to try changes out, all in all; beyond it what is left isn't changed. */
const most = 500_000;

/** How often a file may be read again to find out which of its changes are good: the longer it is, the fewer. */
export class Attempts {
  #left: number;

  constructor(source: string) {
    this.#left = Math.min(400, Math.max(24, Math.floor(most / (source.length + 1))));
  }

  /** Whether there is one left, which is then taken. */
  take(): boolean {
    return this.#left-- > 0;
  }
}
