/** Milliseconds: how long a page may take to come (again) before nobody is thought to be there. */
export interface Patience {
  first: number;
  again: number;
}

/** A clock that runs while no page is open. */
export function deserting({ first }: Patience) {
  let clock: NodeJS.Timeout;
  let ended = () => {};
  const over = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const start = (milliseconds: number) => {
    clock = setTimeout(ended, milliseconds);
  };
  start(first);
  return { over, start, stop: () => clearTimeout(clock) };
}
