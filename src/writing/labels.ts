import { type NumberedBlock, plain } from '../document/block.ts';
import { linesOf } from '../reading/lines-of.ts';
import type { Printed } from '../reading/printed.ts';
import { numeralOf } from '../structure/numeral.ts';
import type { Structure } from '../structure/structure.ts';
import { allOf } from '../structure/titles.ts';
import { grouped } from '../text/groups.ts';
import { folded } from './accounting.ts';
import { family } from './groups.ts';

/** A number as the engine prints it, and how the words behind it begin. */
export interface Label {
  number: string;
  words: string;
}

/** A number that is printed otherwise than it stands in the source; `typed` is empty where none stands there. */
export interface Relabelled {
  source: number;
  typed: string;
  printed: string;
}

/** The numbers that a document prints. */
export function labelsOf(blocks: readonly NumberedBlock[]): Label[] {
  return blocks.flatMap((block) =>
    'label' in block && block.label !== ''
      ? [{ number: withoutBlanks(block.label), words: beginning(plain(block.text)) }]
      : [],
  );
}

/** Numbers that are printed in front of words that have another one in the source, or none. */
export function relabelled(
  { blocks }: Printed,
  { parts }: Structure,
  labels: readonly Label[],
): Relabelled[] {
  const headings = parts.flatMap((part) => allOf(part.headings));
  const numerals = new Map(headings.map(({ line, numeral }) => [line, numeral]));
  const lines = linesOf(blocks).map((line) => {
    const { text = '', to = 0 } = numerals.get(line) ?? numeralOf(line) ?? {};
    return { source: line.source, typed: withoutBlanks(text), words: beginning(line.text.slice(to)) };
  });
  const byWords = grouped(lines, ({ words }) => words);
  return [...grouped(labels, ({ words }) => words)]
    .flatMap(([words, printed]) => (words === '' ? [] : paired(byWords.get(words) ?? [], printed)))
    .sort((a, b) => a.source - b.source);
}

/** Numbers with those of the source that they stand for: the same one, else one of the same form or that counts the same, else any. */
function paired(lines: readonly Omit<Relabelled, 'printed'>[], labels: readonly Label[]): Relabelled[] {
  const left = new Set(lines);
  const found: Relabelled[] = [];
  let open = labels;
  for (const by of [(number: string) => number, family, folded, () => '']) {
    const there = grouped([...left].reverse(), ({ typed }) => by(typed));
    open = open.filter(({ number }) => {
      const line = there.get(by(number))?.pop();
      if (line === undefined) return true;
      left.delete(line);
      if (line.typed !== number) found.push({ source: line.source, typed: line.typed, printed: number });
      return false;
    });
  }
  return found;
}

/** The first words, which tell most lines apart; signs and brackets behind them may be the engine's. */
function beginning(words: string): string {
  return folded(/^[^。：:（(]{0,16}/.exec(words)?.[0] ?? '');
}

function withoutBlanks(number: string): string {
  return number.replace(/\s/g, '');
}
