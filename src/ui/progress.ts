/** One line that says how far a long work is, drawn over itself; only for a person at a terminal. */
export class Progress {
  readonly #write: (text: string) => void;
  readonly #total: number;
  readonly #now: () => number;
  readonly #began: number;
  #drawn = 0;

  constructor(write: (text: string) => void, total: number, now: () => number) {
    this.#write = write;
    this.#total = total;
    this.#now = now;
    this.#began = now();
  }

  show(done: number, failed: number): void {
    const now = this.#now();
    if (now - this.#drawn < 100) return;
    this.#drawn = now;
    const seconds = (now - this.#began) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = seconds < 1 ? '' : `，还要约${span((this.#total - done) / Math.max(rate, 0.001))}`;
    const bad = failed === 0 ? '' : `，失败 ${failed}`;
    const percent = Math.floor((done / Math.max(this.#total, 1)) * 100);
    this.#write(`\r\u001B[K${done}/${this.#total}（${percent}%），每秒 ${Math.round(rate)} 份${left}${bad}`);
  }

  end(): void {
    if (this.#drawn > 0) this.#write('\r\u001B[K');
  }
}

function span(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)}秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes}分钟` : `${Math.floor(minutes / 60)}小时${minutes % 60}分钟`;
}
