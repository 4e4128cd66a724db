import type { PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';
import { together } from './rewritten.ts';

/** Who attended, or didn't. */
const attended = /^(?:出席|[请請]假|列席|[记記][录錄])(?:人[员員]?)?[：:]/;

/** Those who attended in one line: breaks are put between their names lest one of them is torn. */
export function withWholeAttendance(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const made: [PrintedBlock, ...PrintedLine[]][] = [];
  const places = new Set<number>();
  for (const block of blocks) {
    const list = made.at(-1);
    if (list && block.kind === 'line' && block.soft && isAttended(list[0]) && !isAttended(block)) {
      list.push(block);
      places.add(list[0].source);
    } else made.push([block]);
  }
  if (places.size > 0)
    notes.push({
      source: [...places][0] ?? 1,
      what: 'changed',
      message: `到会名单里的换行已接起来，共 ${places.size} 处：第 ${[...places].slice(0, 10).join('、')} 行`,
    });
  return made.map(([first, ...lines]) => (first.kind === 'line' ? together([first, ...lines]) : first));
}

/** Begins a list, so it goes on from nothing. */
export function isAttended(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && attended.test(block.text);
}
