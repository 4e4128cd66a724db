import type { Draft } from '../engine/drafted.ts';
import { headingsOf } from '../engine/outline.ts';
import { printedAt } from '../engine/places.ts';
import { textsOf } from '../plan/texts.ts';
import type { Span } from '../schema/node.ts';
import type { Look } from './look.ts';
import { Positions, type Range } from './positions.ts';

interface Symbol {
  name: string;
  kind: number;
  range: Range;
  selectionRange: Range;
  children: Symbol[];
}

/** A heading where it stands in the file. */
interface Placed extends Span {
  level: number;
  name: string;
}

/** A string, to editors. */
const kind = 15;

/** The headings of a plan with the numbers that they will be printed with. */
export function outline({ text: { source }, draft }: Look): Symbol[] {
  return draft === undefined ? [] : nested([...titled(draft), ...attached(draft)], source);
}

function titled(draft: Draft): Placed[] {
  const titles = textsOf(draft.plan)
    .filter(({ place }) => place.role === 'title')
    .map(({ text: { start, end } }) => ({ start, end }));
  const headings = new Map(headingsOf(draft.document.blocks).map((heading) => [heading.block, heading]));
  return printedAt(draft, titles).flatMap((printed, index) => {
    const heading = printed && headings.get(printed.block);
    const span = titles[index];
    if (heading === undefined || span === undefined) return [];
    const { level, label, text } = heading;
    // A title in front of its text ends with a mark there.
    return { level, name: label + text.replace(/。$/, ''), ...span };
  });
}

/** The sheets of attachments: they are told in front of the signature too, so their places say nothing. */
function attached({ plan, document: { blocks } }: Draft): Placed[] {
  const labels = headingsOf(blocks).filter(({ block }) => blocks[block]?.kind === 'paragraph');
  const sheets = (plan.attachments ?? []).filter(({ title, label, ...more }) => Object.keys(more).length > 0);
  if (sheets.length !== labels.length) return [];
  return sheets.flatMap(({ title }, index) =>
    title
      ? { level: 1, name: `${labels[index]?.text}　${title.text}`, start: title.start, end: title.end }
      : [],
  );
}

/** Headings within those above them, each up to the next of its level. */
function nested(placed: readonly Placed[], source: string): Symbol[] {
  const positions = new Positions(source);
  const sorted = placed.toSorted((a, b) => a.start - b.start);
  const open: { level: number; children: Symbol[] }[] = [{ level: 0, children: [] }];
  for (const [index, { level, name, start, end }] of sorted.entries()) {
    const next = sorted.slice(index + 1).find((each) => each.level <= level);
    const symbol: Symbol = {
      name,
      kind,
      range: positions.range({ start, end: next?.start ?? source.length }),
      selectionRange: positions.range({ start, end }),
      children: [],
    };
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    open.at(-1)?.children.push(symbol);
    open.push({ level, children: symbol.children });
  }
  return open[0]?.children ?? [];
}
