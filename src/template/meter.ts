/** Ten times what the longest plan makes; a character costs one, and what takes longer, more. */
const most = 100_000_000;
/** A round of a loop, and a part that is called. */
export const round = 20;
const call = 300;

let spent = 0;
let running = 0;
/** Parts of a document stand within each other, a dozen at most; deeper ones call themselves. */
const deepest = 100;

/** There is no end to what a text or a template makes. */
export class Endless extends Error {}

/** Counts what is made while something runs, so that loops within loops and parts within parts come to an end. */
export function metered<T>(run: () => T): T {
  if (running === 0) spent = 0;
  if (running >= deepest) throw new Endless('一层套一层，没有完；检查自己叫自己的片段。');
  running++;
  try {
    spend(call);
    return run();
  } finally {
    running--;
  }
}

export function spend(amount: number): void {
  spent += amount;
  if (spent > most) throw new Endless('写出来的内容太多，没有完；检查“{{#each}}”里的“{{#each}}”。');
}

/** What was made, paid for. */
export function paid<T>(made: T): T {
  spend(typeof made === 'string' ? made.length + 1 : 1);
  return made;
}
