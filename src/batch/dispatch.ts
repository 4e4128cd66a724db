import type { Outcome, Task } from './outcome.ts';

/** Those who make the documents. */
export interface Hands {
  /** How many lists of tasks can be under way. */
  size: number;
  make(tasks: readonly Task[]): Promise<Outcome[]>;
}

/** Tasks that are handed out at once. */
const handful = 50;

/**
 * Has all tasks made, no more of them under way than there are hands for. False when it was told to stop: what is in
 * hand is finished first. Throws what makes going on pointless, once everything else has come to rest.
 */
export async function dispatch(
  tasks: AsyncIterable<Task>,
  hands: Hands,
  stop: AbortSignal,
  count: (outcomes: readonly Outcome[]) => void,
): Promise<boolean> {
  const running = new Set<Promise<void>>();
  const broken: unknown[] = [];
  const start = (some: readonly Task[]) => {
    const work: Promise<void> = hands
      .make(some)
      .then(count, (thrown) => void broken.push(thrown))
      .finally(() => running.delete(work));
    running.add(work);
  };
  let gathered: Task[] = [];
  for await (const task of tasks) {
    if (stop.aborted || broken.length > 0) break;
    gathered.push(task);
    if (gathered.length < handful) continue;
    start(gathered);
    gathered = [];
    while (running.size >= hands.size) await Promise.race(running);
    // A signal is only heard when the program comes up for air.
    await new Promise(setImmediate);
  }
  if (gathered.length > 0 && !stop.aborted && broken.length === 0) start(gathered);
  await Promise.all(running);
  if (broken.length > 0) throw broken[0];
  return !stop.aborted;
}
