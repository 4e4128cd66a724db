import { availableParallelism } from 'node:os';
import type { BatchOptions } from './options.ts';

/** Starting threads takes as long as some hundred documents. */
const worthThreads = 400;
const mostThreads = 16;

/** Nought for no threads: everything is made in this one. */
export function crewSize(total: number, { archive, jobs }: BatchOptions): number {
  const wanted = jobs ?? (total < worthThreads ? 1 : Math.min(availableParallelism(), mostThreads));
  return archive !== undefined || wanted === 1 ? 0 : wanted;
}
