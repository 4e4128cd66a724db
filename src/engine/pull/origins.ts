import type { Plan } from '../../plan/plan.ts';
import { textsOf } from '../../plan/texts.ts';
import { aligned } from '../../review/align.ts';
import { parted } from '../../review/marks.ts';
import type { Scalar } from '../../schema/node.ts';
import { gather } from '../../text/groups.ts';
import { type Anchor, dateOf, still } from './anchors.ts';
import { full, type MadeParagraph, type Origin, type Paragraph, type Source } from './paragraph.ts';
import { blanksEnd } from './paragraphs.ts';

/** What a printed character comes from. */
type Owner = { anchor: Anchor; at: number } | { dates: readonly Scalar[] };

interface Made {
  plan: Plan;
  paragraphs: readonly Paragraph[];
  /** The same document with the anchors in it. */
  marked: readonly Paragraph[];
  anchors: readonly Anchor[];
  /** The numbers that were put in front of texts. */
  labels: ReadonlySet<string>;
}

/** Where all that is printed comes from: what stands around each mark, as far as it is what stands around it in the plan. */
export function withOrigins({ plan, paragraphs, marked, anchors, labels }: Made): MadeParagraph[] {
  const text = paragraphs.map(full).join('\n');
  const owners = ownersOf(text, marked.map(full).join('\n'), anchors);
  setWhole(text, owners, plan);
  let start = 0;
  return paragraphs.map((paragraph) => {
    const whole = full(paragraph);
    const own = owners.slice(start, start + whole.length);
    start += whole.length + 1;
    const to = labelEnd(whole, own, labels);
    return {
      ...paragraph,
      number: whole.slice(0, to),
      text: whole.slice(to),
      origins: originsOf(own.slice(to)),
    };
  });
}

/** Numbers that the plan itself says are words of its text. */
function labelEnd(text: string, owners: readonly (Owner | undefined)[], labels: ReadonlySet<string>): number {
  const to = owners.findIndex((owner) => owner !== undefined);
  const free = to < 0 ? text : text.slice(0, to);
  const label = [...labels].filter((each) => free.startsWith(each)).sort((a, b) => b.length - a.length)[0];
  return label === undefined ? 0 : Math.min(blanksEnd(text, label.length), free.length);
}

function ownersOf(text: string, marked: string, anchors: readonly Anchor[]): (Owner | undefined)[] {
  const { text: plain, marks } = parted(marked);
  const same = plain === text ? undefined : aligned(plain, text);
  const owners = new Array<Owner | undefined>(text.length).fill(undefined);
  const behind = (at: number) => (same === undefined ? at : (same[at] ?? -1));
  const opened = new Map<number, number>();
  for (const { number, at, opens } of marks) {
    const anchor = anchors[number];
    if (anchor?.name === undefined) continue;
    if (opens) opened.set(number, at);
    else
      for (let each = opened.get(number) ?? at; each < at; each++)
        own(owners, behind(each), { anchor, at: anchor.at });
  }
  for (const { number, at } of marks) {
    const anchor = anchors[number];
    if (anchor && anchor.name === undefined) extend(text, owners, anchor, behind(at), behind(at - 1) + 1);
  }
  return owners;
}

function own(owners: (Owner | undefined)[], at: number, owner: Owner): void {
  if (at >= 0) owners[at] = owner;
}

/** From a mark on both ways, as long as the same is printed that stands in the plan. */
function extend(
  text: string,
  owners: (Owner | undefined)[],
  anchor: Anchor,
  behind: number,
  before: number,
): void {
  const start = behind >= 0 ? behind : before;
  if (start <= 0 && behind < 0 && before <= 0) return;
  for (const step of [1, -1]) {
    let place = step > 0 ? start : start - 1;
    let at = step > 0 ? anchor.at : anchor.at - 1;
    while (at >= anchor.from && at < anchor.to) {
      const [written, printed] = [anchor.text.text.charAt(at), text.charAt(place)];
      if (printed === '' || owners[place] !== undefined) break;
      if (written === printed) {
        owners[place] = { anchor, at };
        at += step;
        place += step;
      } else if (/\s/.test(written) || (written === '\\' && anchor.text.text.startsWith('{{', at + 1)))
        at += step;
      else if (/[^\S\n]/.test(printed)) place += step;
      else break;
    }
  }
}

/**
 * Days are printed in words of their own, and a template may go another way for a text with marks in it: what no mark
 * has shown is looked for as a whole where nothing else stands.
 */
function setWhole(text: string, owners: (Owner | undefined)[], plan: Plan): void {
  const shown = new Set(owners.map((owner) => owner && 'anchor' in owner && owner.anchor.text));
  const dates = new Map<string, Scalar[]>();
  for (const { text: scalar, place } of textsOf(plan)) {
    const date = dateOf(scalar);
    if (date !== undefined) gather(dates, date, scalar);
    else if (!shown.has(scalar) && !still.has(place.role) && scalar.text.trim().length > 3)
      for (const at of freePlaces(text, scalar.text.trim(), owners))
        for (let each = 0; each < scalar.text.trim().length; each++)
          owners[at + each] = {
            anchor: { text: scalar, place, at: 0, from: 0, to: scalar.text.length },
            at: scalar.text.indexOf(scalar.text.trim()) + each,
          };
  }
  for (const [date, scalars] of dates)
    for (const at of freePlaces(text, date, owners)) owners.fill({ dates: scalars }, at, at + date.length);
}

function freePlaces(text: string, words: string, owners: readonly (Owner | undefined)[]): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    if (owners.slice(at, at + words.length).every((owner) => owner === undefined)) found.push(at);
  return found;
}

/** Characters that follow each other in their source are one stretch. */
function originsOf(owners: readonly (Owner | undefined)[]): Origin[] {
  const origins: Origin[] = [];
  owners.forEach((owner, at) => {
    const last = origins.at(-1);
    if (last && continues(last, owners[at - 1], owner)) last.to = at + 1;
    else origins.push({ from: at, to: at + 1, ...sourceOf(owner) });
  });
  return origins;
}

function continues(last: Origin, before: Owner | undefined, owner: Owner | undefined): boolean {
  if (owner === undefined || before === undefined) return owner === before;
  if (!('anchor' in owner) || !('anchor' in before)) return owner === before;
  if (owner.anchor.text !== before.anchor.text) return false;
  return last.of === 'plan' && owner.anchor.name === undefined
    ? owner.at === before.at + 1
    : owner.anchor === before.anchor;
}

function sourceOf(owner: Owner | undefined): Source {
  if (owner === undefined) return { of: 'template' };
  if ('dates' in owner) return { of: 'date', texts: owner.dates };
  const { text, place, from, to, name } = owner.anchor;
  return name === undefined
    ? { of: 'plan', text, place, at: owner.at }
    : { of: 'variable', text, place, at: from, end: to, name };
}
