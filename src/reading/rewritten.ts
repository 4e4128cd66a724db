import type { PrintedLine } from './printed.ts';

/** A line with what a pattern finds in it replaced; its marked stretches and native number follow. */
export function rewritten(
  line: PrintedLine,
  pattern: RegExp,
  instead: string | ((found: string) => string),
): PrintedLine {
  let text = '';
  let from = 0;
  const shifts: { at: number; by: number }[] = [];
  for (const found of line.text.matchAll(pattern)) {
    const words = typeof instead === 'string' ? instead : instead(found[0]);
    text += line.text.slice(from, found.index) + words;
    from = found.index + found[0].length;
    if (words.length !== found[0].length) shifts.push({ at: from, by: words.length - found[0].length });
  }
  if (from === 0) return line;
  text += line.text.slice(from);
  const moved = (place: number) =>
    Math.max(
      0,
      shifts.reduce((sum, { at, by }) => (place >= at ? sum + by : sum), place),
    );
  const marked = line.marked?.map((each) => ({ ...each, from: moved(each.from), to: moved(each.to) }));
  return { ...line, text, ...(marked && { marked: marked.filter(({ from, to }) => to > from) }) };
}

/** A piece of a line as a line of its own. */
export function cut(line: PrintedLine, from: number, to = line.text.length): PrintedLine {
  const { native, marked, ...rest } = line;
  const inside = marked?.flatMap((each) => {
    const [start, end] = [Math.max(each.from, from) - from, Math.min(each.to, to) - from];
    return end > start ? [{ ...each, from: start, to: end }] : [];
  });
  return {
    ...rest,
    text: line.text.slice(from, to),
    ...(native && from === 0 && { native }),
    ...(inside && inside.length > 0 && { marked: inside }),
  };
}

/** A line that goes on in another. */
export function joined(line: PrintedLine, next: PrintedLine, between = ''): PrintedLine {
  const by = line.text.length + between.length;
  const marked = [
    ...(line.marked ?? []),
    ...(next.marked ?? []).map((each) => ({ ...each, from: each.from + by, to: each.to + by })),
  ];
  return { ...line, text: line.text + between + next.text, ...(marked.length > 0 && { marked }) };
}

/** Lines in one; by halves, so that long ones aren't copied for each of many. */
export function together(lines: readonly PrintedLine[]): PrintedLine {
  const half = lines.length >> 1;
  if (half === 0) return lines[0] as PrintedLine;
  const [before, after] = [together(lines.slice(0, half)), together(lines.slice(half))];
  const ends = before.text.slice(-1) + after.text.charAt(0);
  // A figure that was broken is one; words of other scripts are two.
  return joined(before, after, /^\w\w$/.test(ends) && !/^\d\d$/.test(ends) ? ' ' : '');
}
