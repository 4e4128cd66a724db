import { crashed, UserError } from '../../errors.ts';
import type { Reply, Request } from './protocol.ts';
import { service } from './service.ts';

const scope = self as unknown as {
  onmessage: (event: { data: Request }) => void;
  postMessage(reply: Reply): void;
};
const stopped = new Set<number>();

scope.onmessage = async ({ data }) => {
  const { id } = data;
  if ('stop' in data) {
    stopped.add(id);
    return;
  }
  const progress = async (...progress: unknown[]): Promise<boolean> => {
    scope.postMessage({ id, progress });
    // What the page asks meanwhile is heard only between tasks.
    await new Promise((resolve) => setTimeout(resolve));
    return !stopped.has(id);
  };
  try {
    const ask = service[data.name] as (...args: unknown[]) => Promise<unknown>;
    scope.postMessage({ id, value: await ask(...data.args, progress) });
  } catch (thrown) {
    const isTold = thrown instanceof UserError;
    scope.postMessage({ id, refused: isTold ? thrown.message : crashed(thrown), crashed: !isTold });
  } finally {
    stopped.delete(id);
  }
};
