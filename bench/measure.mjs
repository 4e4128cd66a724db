/**
 * Lets contestants take turns, round after round, so that whatever else the machine does meets all of them alike.
 * A contestant is a function of a row; the answer is its milliseconds per document, one figure a round.
 */
export async function takeTurns(contestants, rows, { rounds, turn = 80, warmUp = 600 }) {
  const timed = [];
  for (const make of Object.values(contestants))
    timed.push({ make, documents: await documentsIn(make, rows, warmUp, turn), rounds: [] });
  for (let round = 0; round < rounds; round++) {
    // Back and forth, so that nobody always comes after the one that leaves the most garbage.
    for (const each of round % 2 === 0 ? timed : timed.toReversed()) {
      each.rounds.push(await timeOf(each.make, rows, each.documents));
    }
  }
  return Object.fromEntries(Object.keys(contestants).map((name, index) => [name, timed[index].rounds]));
}

/** Warms a contestant up and counts how many documents it makes in a turn. */
async function documentsIn(make, rows, warmUp, turn) {
  for (const row of rows) await make(row);
  const start = performance.now();
  let documents = 0;
  while (performance.now() - start < warmUp) await make(rows[documents++ % rows.length]);
  return Math.max(3, Math.round((turn * documents) / warmUp));
}

async function timeOf(make, rows, documents) {
  const start = performance.now();
  for (let index = 0; index < documents; index++) {
    const made = make(rows[index % rows.length]);
    // Awaiting what is no promise would charge the synchronous ways a turn of the event loop.
    if (made instanceof Promise) await made;
  }
  return (performance.now() - start) / documents;
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times as long the first took as the second, round by round: two of one round met the same machine. */
export function ratio(rounds, others) {
  return median(rounds.map((time, round) => time / others[round]));
}
