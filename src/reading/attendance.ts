import { ordinalOf } from '../outline/ordinal.ts';
import type { PrintedBlock, PrintedLine, ReadingNote } from './printed.ts';
import { together } from './rewritten.ts';

/** Who attended, or didn't. */
const attended = /^(?:出席|[请請]假|列席|[记記][录錄])(?:人[员員]?)?[：:]/;

/** 成员：, 副组长：, 出席： and what else names people or units in front of them. */
const rolled = /^[^：:。，、]{2,12}[：:]/;

/**
 * Those who attended in one line: breaks are put between their names lest one of them is torn. So it is with any names
 * behind what they are, where a line ends between two of them.
 */
export function withWholeRolls(blocks: readonly PrintedBlock[], notes: ReadingNote[]): PrintedBlock[] {
  const made: [PrintedBlock, ...PrintedLine[]][] = [];
  const places = new Set<number>();
  for (const block of blocks) {
    const roll = made.at(-1);
    if (roll && block.kind === 'line' && goesOn(roll, block)) {
      roll.push(block);
      places.add(roll[0].source);
    } else made.push([block]);
  }
  if (places.size > 0)
    notes.push({
      source: [...places][0] ?? 1,
      what: 'changed',
      message: `名单里的换行已接起来，共 ${places.size} 处：第 ${[...places].slice(0, 10).join('、')} 行`,
    });
  return made.map(([first, ...lines]) => (first.kind === 'line' ? together([first, ...lines]) : first));
}

function goesOn(roll: readonly [PrintedBlock, ...PrintedLine[]], line: PrintedLine): boolean {
  const [first] = roll;
  if (attended.test(line.text) || first.kind !== 'line') return false;
  if (line.soft && isAttended(first)) return true;
  if (!rolled.test(first.text) || !/、$/.test((roll.at(-1) as PrintedLine).text)) return false;
  return !line.native && line.heading === undefined && !ordinalOf(line.text) && !/[：:。；]./.test(line.text);
}

/** Begins a list, so it goes on from nothing. */
export function isAttended(block: PrintedBlock): block is PrintedLine {
  return block.kind === 'line' && attended.test(block.text);
}
