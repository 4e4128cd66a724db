import type { PrintedLine } from '../reading/printed.ts';
import { numeralOf } from './numeral.ts';

/** So many chapters one below the other are a list of what a document is made of. */
const fewest = 3;

/** 第一章, 第二章 … with nothing between them, which a text names, since it has chapters of the same names elsewhere. */
export function recitedOf(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const words = (line: PrintedLine) => line.text.replace(/\s/g, '');
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(words(line), (counts.get(words(line)) ?? 0) + 1);
  const recited = new Set<PrintedLine>();
  let run: PrintedLine[] = [];
  const end = () => {
    const again = run.filter((line) => (counts.get(words(line)) ?? 0) > 1);
    if (run.length >= fewest && again.length > 1 && again.length * 2 >= run.length)
      for (const line of run) recited.add(line);
    run = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    if (/^第.(?:章|部分|[编編篇])/.test(numeralOf(line)?.form ?? '')) run.push(line);
    else end();
  }
  end();
  return recited;
}
