import { dispatch } from '../../batch/dispatch.ts';
import type { Task } from '../../batch/outcome.ts';
import type { Tally } from '../../batch/tally.ts';
import { Progress } from '../../ui/progress.ts';
import type { Host } from '../host.ts';
import type { Place } from './place.ts';

interface Course {
  tally: Tally;
  total: number;
  host: Host;
  /** Told when it ends early, and not because someone wanted it to. */
  broken(): void;
}

/** Has everything made that is to be made; false when it was told to stop. */
export async function make(
  todo: AsyncIterable<Task>,
  place: Place,
  { tally, total, host, broken }: Course,
): Promise<boolean> {
  const progress = new Progress(host.watched ? host.say : () => {}, total, () => performance.now());
  let finished = false;
  try {
    finished = await dispatch(todo, place, host.signal, (outcomes) => {
      for (const outcome of outcomes) tally.add(outcome);
      progress.show(tally.done, tally.failures);
    });
  } catch (thrown) {
    broken();
    throw thrown;
  } finally {
    progress.end();
    await place.close(finished);
  }
  return finished;
}
