/** How many of ascending numbers lie below a limit. */
export function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which of stretches that follow each other a place lies in, by where they begin; the first where it lies before all. */
export function stretchAt(starts: readonly number[], place: number): number {
  return Math.max(0, countBelow(starts, place + 1) - 1);
}
