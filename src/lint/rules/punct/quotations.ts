/** Words between two marks of which at least one only stands in for a quotation mark. */
interface Quotation {
  open: number;
  close: number;
  /** What the two marks should be. */
  right: readonly [string, string];
  /** The words between the right marks, shortened for a message. */
  shown: string;
  /** Neither mark could belong to another. */
  certain: boolean;
}

interface Quotations {
  pairs: readonly Quotation[];
  /** Marks for which no partner was found. */
  alone: readonly number[];
}

/** The marks that stand in for “ ” and ‘ ’. */
export interface StandIns {
  double: string;
  single: string;
}

/** Pairs the marks of a paragraph; after a digit, a mark that closes nothing is one of inches, feet or degrees. */
export function quotations(text: string, { double, single }: StandIns): Quotations {
  const outer = match(text, double, '“', '”');
  const inner = match(text, single, '‘', '’');
  const within = ({ open, close }: Match) => outer.all.some((each) => each.open < open && close < each.close);
  const made = (match: Match, ends: readonly [string, string], certain: boolean): Quotation => {
    const words = text.slice(match.open + 1, match.close).replaceAll('\0', '');
    const brief = words.length > 16 ? `${words.slice(0, 6)}……${words.slice(-6)}` : words;
    return { ...match, right: ends, shown: ends[0] + brief + ends[1], certain };
  };
  return {
    pairs: [
      ...outer.found.map((each) => made(each, ['“', '”'], outer.certain(each))),
      ...inner.found.map((each) => made(each, within(each) ? ['‘', '’'] : ['“', '”'], inner.certain(each))),
    ],
    alone: [...outer.alone, ...inner.alone],
  };
}

interface Match {
  open: number;
  close: number;
}

function match(text: string, standIns: string, opening: string, closing: string) {
  const all: Match[] = [];
  const alone: number[] = [];
  const clauses = new Map<number, number>();
  const standsIn = (index: number) => standIns.includes(text.charAt(index));
  let clause = 0;
  let open: number | undefined;
  for (const { index, 0: mark } of text.matchAll(
    new RegExp(`[${opening}${closing}${standIns}，。；：！？,;:!?]`, 'g'),
  )) {
    if (/[，。；：！？,;:!?]/.test(mark)) {
      clause++;
      continue;
    }
    if (standsIn(index)) {
      if (isMeasure(text, index, open !== undefined)) continue;
      clauses.set(index, clause);
    }
    if (open !== undefined && mark !== opening) {
      all.push({ open, close: index });
      open = undefined;
    } else {
      if (open !== undefined) alone.push(open);
      open = mark === closing ? undefined : index;
      if (mark === closing) alone.push(index);
    }
  }
  if (open !== undefined) alone.push(open);
  const found = all.filter((each) => standsIn(each.open) || standsIn(each.close));
  const mixed = found.every((each) => !standsIn(each.open) || !standsIn(each.close));
  const counts = new Map<number, number>();
  for (const each of clauses.values()) counts.set(each, (counts.get(each) ?? 0) + 1);
  const whole = [...counts.values()].every((count) => count % 2 === 0);
  /** Each pair has a real quotation mark, or each clause has its quotations whole and this one a single one. */
  const certain = ({ open }: Match) =>
    alone.length === 0 && (mixed || (whole && counts.get(clauses.get(open) ?? -1) === 2));
  return { all, found, alone: alone.filter(standsIn), certain };
}

/** 24" and 117°12', or the apostrophe of an English word. */
function isMeasure(text: string, index: number, inQuotation: boolean): boolean {
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
  if (/[A-Za-z]/.test(before) && (/[A-Za-z]/.test(after) || !inQuotation)) return true;
  return !inQuotation && /\d/.test(before);
}
