/** How many of things in their order lie below something, asked of a few of them by their index. */
export function countWhile(count: number, isBelow: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of ascending numbers lie below a limit. */
export function countBelow(numbers: readonly number[], limit: number): number {
  return countWhile(numbers.length, (index) => (numbers[index] ?? limit) < limit);
}

/** Which of stretches that follow each other a place lies in, by where they begin; the first where it lies before all. */
export function stretchAt(starts: readonly number[], place: number): number {
  return Math.max(0, countBelow(starts, place + 1) - 1);
}
